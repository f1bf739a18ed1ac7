using System.Text.Json;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Tonality;
using GrooveGuru.Core.Tonality.Evaluation;

namespace GrooveGuru.Core.Tests.Tonality;

/// <summary>Keys and chords against the truth of rendered pieces: floors under what is reached, so that it stays.</summary>
public class RenderedKeysTests
{
    [SharedFact]
    public void Analyze_RenderedPieces_FindsEveryKeyAndTheChordsOfTunes()
    {
        using JsonDocument truth = JsonDocument.Parse(File.ReadAllText(SharedData.Path("audio/rendered/truth.json")));
        var chordRecalls = new List<double>();
        foreach (JsonElement piece in truth.RootElement.EnumerateArray())
        {
            string file = Path.GetFileName(piece.GetProperty("file").GetString()!);
            TrackAnalysis analysis = TrackAnalyzer.Analyze(AudioFile.ReadAll(SharedData.Path("audio/rendered/" + file)), AnalysisScope.Tonality);
            FeatureValue found = analysis.Features.Find(FeatureIds.Key)!;
            if (!piece.TryGetProperty("key", out JsonElement key))
            {
                Assert.False(found.IsMeasured, $"{file} is drums and was given the key {found.Text}.");
                continue;
            }

            Assert.True(MusicalKey.TryParse(key.GetString(), out MusicalKey wanted));
            MusicalKey? said = MusicalKey.TryParse(found.Text, out MusicalKey read) ? read : null;
            Assert.True(KeyScore.Compare(wanted, said).IsExact, $"{file}: {found.Text} for {wanted}.");
            ChordSegment[] chords = SoundingTriads(piece);
            if (chords.Length > 0)
            {
                chordRecalls.Add(ChordScore.Compare(chords, analysis.Extended.Chords).TriadRecall!.Value);
            }
        }

        Assert.InRange(chordRecalls.Average(), 0.85, 1);
    }

    // Where the notes of the part "chords" that begin together spell a triad, it is the chord until they end.
    private static ChordSegment[] SoundingTriads(JsonElement piece) =>
    [
        .. piece.GetProperty("notes").EnumerateArray()
            .Where(note => note.GetProperty("part").GetString() == "chords")
            .GroupBy(note => note.GetProperty("onset").GetDouble())
            .OrderBy(group => group.Key)
            .Select(group => new ChordSegment(
                group.Key,
                group.Min(note => note.GetProperty("offset").GetDouble()),
                Spell([.. group.Select(note => note.GetProperty("pitch").GetInt32() % 12).Distinct()]),
                1))
            .Where(segment => segment.EndSeconds > segment.StartSeconds),
    ];

    private static string Spell(int[] classes) => Enumerable.Range(0, 12)
        .SelectMany(root => new (int[] Intervals, ChordQuality Quality)[]
        {
            ([0, 4, 7], ChordQuality.Major), ([0, 3, 7], ChordQuality.Minor), ([0, 4, 7, 10], ChordQuality.Seventh),
        }.Select(kind => (Label: new ChordLabel(root, kind.Quality), Classes: kind.Intervals.Select(interval => (root + interval) % 12))))
        .Where(chord => chord.Classes.Order().SequenceEqual(classes.Order()))
        .Select(chord => chord.Label.ToString())
        .FirstOrDefault("?");
}
