using GrooveGuru.Core.Loudness.Realtime;

namespace GrooveGuru.Core.Loudness;

/// <summary>A loudness meter and what it read after every 100 ms.</summary>
/// <remarks>The lists grow, so this is for files and not for an audio thread; the meter itself stays free of allocation.</remarks>
public sealed class LoudnessSeries
{
    /// <summary>What stands for silence, LUFS.</summary>
    public const float SilenceLufs = -100;

    /// <summary>From one reading to the next, s.</summary>
    public const double StepSeconds = 0.1;

    private List<float> _momentary = [];
    private List<float> _shortTerm = [];

    /// <summary>Nothing heard yet.</summary>
    /// <param name="sampleRateHz">Sample rate, Hz.</param>
    /// <param name="channelCount">Channels in the order of a WAV file.</param>
    public LoudnessSeries(int sampleRateHz, int channelCount)
    {
        Meter = new LoudnessMeter(sampleRateHz, channelCount);
    }

    /// <summary>The meter; hears through <see cref="Process"/> only.</summary>
    public LoudnessMeter Meter { get; private set; }

    /// <summary>Loudness of the last 400 ms, LUFS, every 100 ms from 400 ms on; <see cref="SilenceLufs"/> at least.</summary>
    public IReadOnlyList<float> MomentaryLufs => _momentary;

    /// <summary>Loudness of the last 3 s, LUFS, every 100 ms from 3 s on; <see cref="SilenceLufs"/> at least.</summary>
    public IReadOnlyList<float> ShortTermLufs => _shortTerm;

    /// <summary>Hears samples.</summary>
    /// <param name="planar">Samples [channel][frame], linear, finite.</param>
    /// <param name="offsetFrames">First frame.</param>
    /// <param name="frameCount">Frames; the caller keeps them within the arrays.</param>
    public void Process(float[][] planar, int offsetFrames, int frameCount)
    {
        while (frameCount > 0)
        {
            long toNextStep = Meter.FramesToNextStep;
            int taken = (int)Math.Min(frameCount, toNextStep);
            Meter.Process(planar, offsetFrames, taken);
            offsetFrames += taken;
            frameCount -= taken;
            if (taken == toNextStep && Meter.IsAtReading)
            {
                Read();
            }
        }
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    internal LoudnessSeries Fork()
    {
        var copy = (LoudnessSeries)MemberwiseClone();
        copy._momentary = [.. _momentary];
        copy._shortTerm = [.. _shortTerm];
        copy.Meter = new LoudnessMeter(Meter);
        return copy;
    }

    private void Read()
    {
        if (Meter.HasMomentary)
        {
            _momentary.Add(Math.Max(SilenceLufs, (float)(Meter.MomentaryLufs ?? SilenceLufs)));
        }

        if (Meter.HasShortTerm)
        {
            _shortTerm.Add(Math.Max(SilenceLufs, (float)(Meter.ShortTermLufs ?? SilenceLufs)));
        }
    }
}
