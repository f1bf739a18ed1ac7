namespace GrooveGuru.Core.Transcription;

/// <summary>One note that was heard.</summary>
/// <param name="OnsetSeconds">When it starts, s.</param>
/// <param name="OffsetSeconds">When it ends, s; later than the onset.</param>
/// <param name="MidiPitch">MIDI note number, 0 to 127.</param>
/// <param name="Velocity">1 to 127, from its level against the loudest note.</param>
/// <param name="Confidence">How clearly it stands out, 0 to 1; not calibrated.</param>
public sealed record TranscribedNote(double OnsetSeconds, double OffsetSeconds, int MidiPitch, int Velocity, double Confidence)
{
    /// <summary>How its pitch moves, by time; empty where that was not followed.</summary>
    public IReadOnlyList<BendPoint> Bends { get; init; } = [];
}
