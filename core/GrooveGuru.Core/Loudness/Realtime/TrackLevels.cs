using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Loudness.Realtime;

/// <summary>What <see cref="TrackMeters"/> have measured up to the end of one step of 10 ms.</summary>
public record struct TrackLevels
{
    /// <summary>Channels of the newest block: 0 before the first step, 1 or 2 after.</summary>
    [RealtimeSafe]
    public int ChannelCount { get; internal set; }

    /// <summary>Frames heard since the meters were made.</summary>
    [RealtimeSafe]
    public long HeardFrames { get; internal set; }

    /// <summary>Sample peak of the first channel, linear, with a hold that falls by 20 dB in 1.7 s.</summary>
    [RealtimeSafe]
    public double FirstPeak { get; internal set; }

    /// <summary>The same of the second channel.</summary>
    [RealtimeSafe]
    public double SecondPeak { get; internal set; }

    /// <summary>Mean square of the first channel, linear, over 300 ms.</summary>
    [RealtimeSafe]
    public double FirstMeanSquare { get; internal set; }

    /// <summary>Mean square of the second channel, linear, over 300 ms.</summary>
    [RealtimeSafe]
    public double SecondMeanSquare { get; internal set; }

    /// <summary>Mean product of the channels, linear, over 300 ms.</summary>
    [RealtimeSafe]
    public double MeanProduct { get; internal set; }

    /// <summary>Highest true peak of any channel since the reset, dBTP; negative infinity in silence.</summary>
    [RealtimeSafe]
    public double TruePeakDbtp { get; internal set; }

    /// <summary>Loudness of the last 400 ms, LUFS; negative infinity before that and in silence.</summary>
    [RealtimeSafe]
    public double MomentaryLufs { get; internal set; }

    /// <summary>Loudness of the last 3 s, LUFS; negative infinity before that and in silence.</summary>
    [RealtimeSafe]
    public double ShortTermLufs { get; internal set; }

    /// <summary>Gated loudness since the reset, LUFS; negative infinity below 400 ms and where all is below -70 LUFS.</summary>
    [RealtimeSafe]
    public double IntegratedLufs { get; internal set; }

    /// <summary>Whether NaN or infinity came in since the reset.</summary>
    [RealtimeSafe]
    public bool HasNonFinite { get; internal set; }
}
