namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>One voice, frame by frame: twelve bytes a frame, 3.7 MB an hour.</summary>
internal sealed class VoiceTrack
{
    private Vibrato? _vibrato;

    /// <summary>The rate that a voice is followed at, Hz.</summary>
    public const int SampleRateHz = 22050;

    /// <summary>Samples between frames.</summary>
    public const int HopLength = 256;

    /// <summary>Frames in a second.</summary>
    public const double FramesPerSecond = (double)SampleRateHz / HopLength;

    /// <summary>Where its pitch swings around a tone; found once, when the voice was followed to its end.</summary>
    public Vibrato Vibrato => _vibrato ??= new Vibrato(this);

    /// <summary>The pitch of each frame, MIDI note number; not a number where there is no voice.</summary>
    public List<float> Pitches { get; } = [];

    /// <summary>How sure a period is in each frame, 0 to 1.</summary>
    public List<float> Clarities { get; } = [];

    /// <summary>Level of each frame, dB of full scale.</summary>
    public List<float> LevelsDb { get; } = [];

    /// <summary>How much the spectrum rises at each frame, dB a band.</summary>
    public List<float> Rises { get; } = [];
}
