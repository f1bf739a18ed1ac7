using System.Globalization;
using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.Drums;

namespace GrooveGuru.Fitting.Drums;

/// <summary>Tries a drum model on pieces.</summary>
internal static class DrumTrial
{
    private const int Parts = 2;

    /// <summary>Prints F1 by family, for drums alone and for drums among others, and how often presence is right, to standard error.</summary>
    /// <param name="title">What is tried on what.</param>
    /// <param name="create">Makes a model for one thread.</param>
    /// <param name="pieces">The pieces, each with its audio.</param>
    public static void Run(string title, Func<DrumModel> create, IReadOnlyList<(TruthPiece Truth, string Path)> pieces)
    {
        Console.Error.WriteLine(title);
        var tried = pieces.AsParallel().AsOrdered().WithDegreeOfParallelism(Parts).Select(piece =>
        {
            DrumTranscription heard = DrumTranscriber.Hear(() => AudioFile.Open(piece.Path), create());
            return (Score: DrumScore.Of(piece.Truth, new NoteTranscription([new TranscribedPart(TranscriptionMode.Drums, heard.Notes)], null)), heard.Presence);
        }).ToArray();
        foreach (var group in tried.Where(piece => piece.Score.Truth.Strokes.Count > 0).GroupBy(piece => piece.Score.Group))
        {
            Console.Error.WriteLine($"  {group.Key,-16} {group.Count(),4} pieces: {string.Join(", ", Enum.GetValues<DrumFamily>().Select(family =>
            {
                DrumCount count = group.Select(piece => piece.Score.Families.GetValueOrDefault(family)).Aggregate((sum, own) => sum + own);
                return string.Create(CultureInfo.InvariantCulture, $"{family.ToString().ToLowerInvariant()} {count.F1:F3} ({count.TruthCount})");
            }))}");
        }

        foreach (var group in tried.GroupBy(piece => (HasDrums: piece.Score.Truth.Strokes.Count > 0, HasOthers: piece.Score.Truth.Notes.Count > 0)).OrderBy(group => group.Key))
        {
            Console.Error.WriteLine(
                $"  {(group.Key.HasDrums ? "drums" : "no drums"),-8} {(group.Key.HasOthers ? "and others" : "alone"),-10} {group.Count(),4} pieces: "
                + $"drums heard in {group.Count(piece => piece.Presence.HasDrums)}, others in {group.Count(piece => piece.Presence.HasOthers)}");
        }
    }
}
