using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Separation;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>Harmonic and percussive stems as 32-bit float WAV; together they are the original.</summary>
internal sealed class StemsWork : IJobWork
{
    private const string Separating = "Separating";

    /// <inheritdoc/>
    public string Method(WorkInput input) => "stems-harmonic-percussive-1";

    /// <inheritdoc/>
    public void Run(WorkInput input, string folder, IProgress<WorkStep> progress, CancellationToken cancellation)
    {
        using IAudioSource source = input.Open();
        using WavWriter harmonic = new(Path.Combine(folder, "harmonic.wav"), source.SampleRateHz, source.ChannelCount);
        using WavWriter percussive = new(Path.Combine(folder, "percussive.wav"), source.SampleRateHz, source.ChannelCount);
        HarmonicPercussiveSeparator.Separate(source, harmonic.Write, percussive.Write, new WorkPhases(progress, (Separating, 1)).Begin(Separating), cancellation);
        harmonic.Commit();
        percussive.Commit();
    }
}
