namespace GrooveGuru.Core.Transcription.BasicPitch;

/// <summary>How Basic Pitch cuts time and pitch.</summary>
/// <remarks>Bittner et al., ICASSP 2022, and the model's own code for inference.</remarks>
public static class BasicPitchFraming
{
    /// <summary>The rate that the model hears at, Hz.</summary>
    public const int SampleRateHz = 22050;

    /// <summary>Samples between frames.</summary>
    public const int HopLength = 256;

    /// <summary>Samples of a window: two seconds less one hop.</summary>
    public const int WindowSamples = (2 * SampleRateHz) - HopLength;

    /// <summary>Frames that the model gives for a window.</summary>
    public const int WindowFrames = 172;

    /// <summary>Frames at each end of a window that are left out, because they hear too little around them.</summary>
    public const int MarginFrames = 15;

    /// <summary>Frames of a window that are kept.</summary>
    public const int KeptFrames = WindowFrames - (2 * MarginFrames);

    /// <summary>Samples between the beginnings of windows.</summary>
    public const int WindowHopSamples = WindowSamples - (2 * MarginFrames * HopLength);

    /// <summary>Silence before the first window, samples.</summary>
    public const int LeadSamples = MarginFrames * HopLength;

    /// <summary>Notes, from A0 to C8.</summary>
    public const int PitchCount = 88;

    /// <summary>The MIDI number of the lowest note.</summary>
    public const int LowestMidiPitch = 21;

    /// <summary>Pitches of the contour in a semitone.</summary>
    public const int ContourBinsPerSemitone = 3;

    /// <summary>Pitches of the contour.</summary>
    public const int ContourBinCount = PitchCount * ContourBinsPerSemitone;

    // By how much the frames of a window fall behind the samples they stand for; the reference's correction.
    private const double WindowDriftSeconds =
        ((double)HopLength / SampleRateHz * (WindowFrames - ((double)WindowSamples / HopLength))) + 0.0018;

    /// <summary>The frames that a recording has.</summary>
    /// <param name="sampleCount">Its length in samples at the model's rate.</param>
    public static int FrameCount(long sampleCount) => (int)((double)sampleCount / WindowHopSamples * KeptFrames);

    /// <summary>When a frame is, s.</summary>
    public static double SecondsAt(int frame) => (frame * (double)HopLength / SampleRateHz) - (WindowDriftSeconds * (frame / WindowFrames));
}
