using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Core.Arrangement;

/// <summary>A stretch of a recording.</summary>
/// <param name="StartSeconds">Where it begins, s.</param>
/// <param name="EndSeconds">Where it ends, s; behind its start, or infinite for the recording's end.</param>
public sealed record TimeSelection(double StartSeconds, double EndSeconds)
{
    // What is left of a note that only just reaches in is no note.
    private const double LeastSeconds = 0.02;

    /// <summary>The whole recording.</summary>
    public static TimeSelection Everything { get; } = new(0, double.PositiveInfinity);

    /// <summary>Whether it is the whole recording.</summary>
    public bool IsEverything => this == Everything;

    /// <summary>The notes that sound within it, cut at its edges; times stay those of the recording.</summary>
    /// <param name="notes">Notes of the recording.</param>
    public IReadOnlyList<TranscribedNote> Cut(IReadOnlyList<TranscribedNote> notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        return IsEverything ? notes : [.. notes.Select(Cut).Where(note => note is not null).Select(note => note!)];
    }

    private TranscribedNote? Cut(TranscribedNote note)
    {
        double start = Math.Max(note.OnsetSeconds, StartSeconds), end = Math.Min(note.OffsetSeconds, EndSeconds);
        if (end <= start || (end - start < LeastSeconds && end - start < note.OffsetSeconds - note.OnsetSeconds))
        {
            return null;
        }

        double later = start - note.OnsetSeconds;
        return note with { OnsetSeconds = start, OffsetSeconds = end, Bends = later > 0 ? Later(note.Bends, later) : note.Bends };
    }

    private static BendPoint[] Later(IReadOnlyList<BendPoint> bends, double seconds)
    {
        int sounding = -1;
        for (int index = 0; index < bends.Count && bends[index].Seconds <= seconds; index++)
        {
            sounding = index;
        }

        return [.. bends.Skip(Math.Max(0, sounding)).Select(bend => bend with { Seconds = Math.Max(0, bend.Seconds - seconds) })];
    }
}
