using GrooveGuru.Core.Features.Stages;
using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Fitting.Tonality;

/// <summary>Frames whose chord is known: by what is written, by what the notes spell, or as none because the piece has no key.</summary>
internal static class ChordExamples
{
    // Neighbouring frames share most of their samples.
    private const int FramesApart = 3;
    private const int FramesApartWithoutKey = 42;

    // A frame sees 0.19 s to both sides; this close to a change it hears both chords.
    private const double ChangeSeconds = 0.05;
    private const double BeforeSeconds = 0.3;
    private const double EchoSeconds = 1.5;

    /// <summary>The choices of each piece.</summary>
    /// <param name="truthFiles">Truth files; pieces with a key but without chords and notes are passed over.</param>
    public static IReadOnlyList<(string Group, IReadOnlyList<ChordChoice> Choices)> Read(IReadOnlyList<string> truthFiles) =>
        [.. TrainingSet.Map(truthFiles, Read).Where(piece => piece.Choices.Count > 0)];

    private static (string Group, IReadOnlyList<ChordChoice> Choices) Read(TrainingPiece piece)
    {
        ChromaExtractor chroma = HeardPiece.Hear(piece.Mono).Chroma;
        bool hasKey = piece.Truth.Key is not null;
        IReadOnlyList<ChordSegment> chords = piece.Truth.Chords.Count > 0 ? piece.Truth.Chords : SpelledChords.Read(piece.Truth.Notes);
        var choices = new List<ChordChoice>();
        for (int frame = 0; frame < chroma.FrameCount; frame += hasKey ? FramesApart : FramesApartWithoutKey)
        {
            int right = hasKey ? Class(chords, frame * TonalityStage.HopSeconds, chroma.IsSounding(frame)) : ChordModel.NoChord;
            if (right >= 0)
            {
                choices.Add(ChordChoice.Of(chroma, frame, right));
            }
        }

        return (piece.Truth.Group, choices);
    }

    private static int Class(IReadOnlyList<ChordSegment> chords, double seconds, bool isSounding)
    {
        ChordSegment? chord = chords.LastOrDefault(one => seconds > one.StartSeconds + ChangeSeconds && seconds < one.EndSeconds - ChangeSeconds);
        bool isOutside = chords.Count > 0
            && ((seconds < chords[0].StartSeconds - BeforeSeconds && !isSounding) || seconds > chords[^1].EndSeconds + EchoSeconds);
        return isOutside ? ChordModel.NoChord
            : chord is null || ChordLabel.Parse(chord.Label) is not { Quality: not ChordQuality.Other } label ? -1
            : label.Quality == ChordQuality.None ? ChordModel.NoChord
            : (12 * (int)label.Quality) + label.Root;
    }
}
