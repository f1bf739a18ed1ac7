using System.Numerics.Tensors;

namespace GrooveGuru.Core.Audio;

/// <summary>What a recording holds, told without any music: how long, how loud, and whether its channels are there in their mix.</summary>
public sealed class SoundCheck
{
    private const int BlockFrames = 16_384;

    // The mix of channels that were inverted against each other; that of any other recording is at most some 20 dB below its channels.
    private const double CancelledShare = 1e-4;

    private readonly double[] _energies;
    private double _mixEnergy;

    private SoundCheck(IAudioSource source)
    {
        _energies = new double[source.ChannelCount];
        SampleRateHz = source.SampleRateHz;
    }

    /// <summary>Sample rate, Hz.</summary>
    public int SampleRateHz { get; }

    /// <summary>Frames.</summary>
    public long FrameCount { get; private set; }

    /// <summary>Length, s.</summary>
    public double Seconds => (double)FrameCount / SampleRateHz;

    /// <summary>The greatest magnitude of a sample, linear, 0 where there is none; what is no sample (see <see cref="FiniteSamples"/>) does not count.</summary>
    public double Peak { get; private set; }

    /// <summary>Whether there were samples and not one of them can be used.</summary>
    public bool HasNoUsableSample { get; private set; }

    /// <summary>Whether the channels sound, but their mix does not, because they are inverted against each other.</summary>
    public bool CancelsInMono => _energies.Length > 1 && Peak > 0 && _mixEnergy < CancelledShare * _energies.Max();

    /// <summary>The channel with the most energy, counted from 0.</summary>
    public int LoudestChannel => Array.IndexOf(_energies, _energies.Max());

    /// <summary>Reads all of a recording.</summary>
    /// <param name="source">The recording, from its beginning; stays the caller's.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static SoundCheck Of(IAudioSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        SoundCheck check = new(source);
        float[][] planar = [.. Enumerable.Range(0, source.ChannelCount).Select(_ => new float[BlockFrames])];
        float[] mix = new float[BlockFrames];
        long unusable = 0;
        while (source.Read(planar, 0, BlockFrames) is > 0 and int count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<float> mixed = mix.AsSpan(0, count);
            mixed.Clear();
            for (int channel = 0; channel < planar.Length; channel++)
            {
                Span<float> samples = planar[channel].AsSpan(0, count);
                unusable += FiniteSamples.Clean(samples);
                check.Peak = Math.Max(check.Peak, Math.Abs(TensorPrimitives.MaxMagnitude<float>(samples)));
                check._energies[channel] += TensorPrimitives.SumOfSquares<float>(samples);
                TensorPrimitives.Add(mixed, samples, mixed);
            }

            TensorPrimitives.Divide(mixed, planar.Length, mixed);
            check._mixEnergy += TensorPrimitives.SumOfSquares<float>(mixed);
            check.FrameCount += count;
        }

        check.HasNoUsableSample = unusable > 0 && unusable >= check.FrameCount * planar.Length;
        return check;
    }
}
