namespace GrooveGuru.Core.Transcription.BasicPitch;

/// <summary>Windows of audio that a model hears at once, and what it heard in them.</summary>
/// <param name="capacity">The most windows.</param>
public sealed class NoteWindows(int capacity)
{
    private const int NoteSize = BasicPitchFraming.WindowFrames * BasicPitchFraming.PitchCount;
    private const int ContourSize = BasicPitchFraming.WindowFrames * BasicPitchFraming.ContourBinCount;

    private readonly float[] _samples = new float[capacity * BasicPitchFraming.WindowSamples];
    private readonly float[] _note = new float[capacity * NoteSize];
    private readonly float[] _onset = new float[capacity * NoteSize];
    private readonly float[] _contour = new float[capacity * ContourSize];

    /// <summary>The most windows.</summary>
    public int Capacity => capacity;

    /// <summary>Samples of a window [43 844].</summary>
    public Span<float> Samples(int window) => _samples.AsSpan(window * BasicPitchFraming.WindowSamples, BasicPitchFraming.WindowSamples);

    /// <summary>How likely each note sounds in a window [frame x 88], from A0.</summary>
    public Span<float> Note(int window) => _note.AsSpan(window * NoteSize, NoteSize);

    /// <summary>How likely each note begins in a window [frame x 88].</summary>
    public Span<float> Onset(int window) => _onset.AsSpan(window * NoteSize, NoteSize);

    /// <summary>How likely each pitch sounds in a window [frame x 264], in thirds of semitones from A0.</summary>
    public Span<float> Contour(int window) => _contour.AsSpan(window * ContourSize, ContourSize);
}
