using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.Drums;

namespace GrooveGuru.Bridge.Evaluation;

/// <summary>How the drums of one piece were heard.</summary>
/// <param name="Truth">The piece.</param>
/// <param name="Families">By family; one where the piece has it or it was heard.</param>
/// <param name="Pairs">Strokes of one family that lie within 50 ms: how much later it was heard, s, and the velocities, true and heard.</param>
internal sealed record DrumScore(
    TruthPiece Truth, IReadOnlyDictionary<DrumFamily, DrumCount> Families, IReadOnlyList<(double LateSeconds, int? TrueVelocity, int Velocity)> Pairs)
{
    private const double ToleranceSeconds = 0.05;

    /// <summary>All families together.</summary>
    public DrumCount All => Families.Values.Aggregate(default(DrumCount), (sum, count) => sum + count);

    /// <summary>Drums alone, or with other notes.</summary>
    public string Group => Truth.Notes.Count > 0 ? "drums in a piece" : "drums alone";

    /// <summary>Compares what was heard of a piece with its truth.</summary>
    public static DrumScore Of(TruthPiece truth, NoteTranscription heard)
    {
        TranscribedNote[] notes = [.. heard.Parts.Where(part => part.Mode == TranscriptionMode.Drums).SelectMany(part => part.Notes)];
        ILookup<DrumFamily?, TruthStroke> strokes = truth.Strokes.ToLookup(stroke => FamilyOf(stroke.Key));
        ILookup<DrumFamily?, TranscribedNote> found = notes.ToLookup(note => FamilyOf(note.MidiPitch));
        Dictionary<DrumFamily, DrumCount> families = [];
        List<(double, int?, int)> pairs = [];
        foreach (DrumFamily family in Enum.GetValues<DrumFamily>().Where(family => strokes.Contains(family) || found.Contains(family)))
        {
            families[family] = DrumCount.Of(strokes[family].Select(stroke => stroke.OnsetSeconds), found[family].Select(note => note.OnsetSeconds));
            foreach (TruthStroke stroke in strokes[family])
            {
                if (found[family].MinBy(note => Math.Abs(note.OnsetSeconds - stroke.OnsetSeconds)) is { } near
                    && Math.Abs(near.OnsetSeconds - stroke.OnsetSeconds) <= ToleranceSeconds)
                {
                    pairs.Add((near.OnsetSeconds - stroke.OnsetSeconds, stroke.Velocity, near.Velocity));
                }
            }
        }

        return new DrumScore(truth, families, pairs);
    }

    /// <summary>The family of a key of General MIDI percussion; null for what is none of a drum set.</summary>
    public static DrumFamily? FamilyOf(int key) => DrumKeys.KindOf(key) switch
    {
        DrumKind.Kick => DrumFamily.Kick,
        DrumKind.Snare or DrumKind.SideStick => DrumFamily.Snare,
        DrumKind.ClosedHat or DrumKind.OpenHat => DrumFamily.Hats,
        DrumKind.Tom => DrumFamily.Toms,
        DrumKind.Crash or DrumKind.Ride => DrumFamily.Cymbals,
        _ => null,
    };
}
