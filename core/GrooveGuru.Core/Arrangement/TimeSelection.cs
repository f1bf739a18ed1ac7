using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Core.Arrangement;

/// <summary>A stretch of a recording.</summary>
/// <param name="StartSeconds">Where it begins, s.</param>
/// <param name="EndSeconds">Where it ends, s; behind its start, or infinite for the recording's end.</param>
public sealed record TimeSelection(double StartSeconds, double EndSeconds)
{
    // What is left of a note that only just reaches in is no note.
    private const double LeastSeconds = 0.02;

    // An onset that is heard this little early is meant to be that of the selection's first beat.
    private const double EarlySeconds = 0.05;
    private const double MostShare = 0.5;

    /// <summary>The whole recording.</summary>
    public static TimeSelection Everything { get; } = new(0, double.PositiveInfinity);

    /// <summary>Whether it is the whole recording.</summary>
    public bool IsEverything => this == Everything;

    /// <summary>Whether a note began before the selection and only sounds on into it.</summary>
    /// <param name="note">A note of the recording.</param>
    public bool HoldsOver(TranscribedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return note.OnsetSeconds < StartSeconds - EarlySeconds;
    }

    /// <summary>What of a note lies within, cut at the edges; times stay those of the recording.</summary>
    /// <param name="note">A note of the recording.</param>
    /// <returns>
    /// The note, or what is left of it; null where that is nothing to speak of. Of a note that is held over most has to lie within: the tail
    /// of one that was struck before would sound like a note of the selection.
    /// </returns>
    public TranscribedNote? Cut(TranscribedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        if (IsEverything)
        {
            return note;
        }

        double start = Math.Max(note.OnsetSeconds, StartSeconds), end = Math.Min(note.OffsetSeconds, EndSeconds);
        double whole = note.OffsetSeconds - note.OnsetSeconds, left = end - start;
        if (left <= 0 || (left < LeastSeconds && left < whole) || (HoldsOver(note) && left < MostShare * whole))
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
