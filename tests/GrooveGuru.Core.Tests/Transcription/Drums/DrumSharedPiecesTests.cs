using System.Text.Json;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.Drums;
using GrooveGuru.Core.Transcription.Evaluation;

namespace GrooveGuru.Core.Tests.Transcription.Drums;

public class DrumSharedPiecesTests
{
    [SharedTheory]
    [InlineData("drum0_rock_100", 0.95, 0.92, 0.85)]
    [InlineData("drum1_four_floor_124", 0.95, 0.92, 0.85)]
    [InlineData("drum3_hiphop_88", 0.95, 0.92, 0.85)]
    [InlineData("nott00_reelsm-q36", 0.85, 0.75, 0.60)]
    [InlineData("nott10_reelsd-g83", 0.85, 0.75, 0.60)]
    public void Transcribe_RenderedPiece_FindsKickSnareAndHats(string id, double kick, double snare, double hats)
    {
        using JsonDocument truth = JsonDocument.Parse(File.ReadAllText(SharedData.Path("audio/rendered/truth.json")));
        JsonElement piece = truth.RootElement.EnumerateArray().Single(entry => entry.GetProperty("id").GetString() == id);
        string path = SharedData.Path("audio/rendered/" + piece.GetProperty("file").GetString());
        TranscribedNote[] heard = [.. DrumTranscriber.Transcribe(() => AudioFile.Open(path)).Parts.SelectMany(part => part.Notes)];
        foreach ((double least, int[] keys) in new[] { (kick, new[] { 35, 36 }), (snare, [37, 38, 39, 40]), (hats, [42, 44, 46]) })
        {
            NoteScore score = NoteScore.Compare(
                [.. piece.GetProperty("drums").EnumerateArray().Where(stroke => keys.Contains(stroke.GetProperty("pitch").GetInt32()))
                    .Select(stroke => At(stroke.GetProperty("onset").GetDouble()))],
                [.. heard.Where(note => keys.Contains(note.MidiPitch)).Select(note => At(note.OnsetSeconds))]);
            Assert.True(score.F1 >= least, FormattableString.Invariant($"{keys[0]}: precision {score.Precision:f3}, recall {score.Recall:f3}"));
        }
    }

    private static ScoredNote At(double seconds) => new(seconds, seconds + 0.1, 0);
}
