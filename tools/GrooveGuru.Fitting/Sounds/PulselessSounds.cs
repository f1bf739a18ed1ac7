using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Core.Features.Stages;

namespace GrooveGuru.Fitting.Sounds;

/// <summary>Sounds that have no pulse, of which a tempo must not be told.</summary>
internal static class PulselessSounds
{
    private const int LengthSeconds = 35;

    private static readonly (string Name, int Count, Action<float[], Random> Make)[] Kinds =
    [
        ("calls", 8, NaturalSounds.Calls),
        ("rain", 8, NaturalSounds.Rain),
        ("noise", 8, NaturalSounds.Noise),
        ("clicks", 8, NaturalSounds.Clicks),
        ("held", 6, HeldSounds.Chord),
        ("hum", 2, HeldSounds.Hum),
        ("sweep", 3, HeldSounds.Sweep),
        ("speech", 24, SpeechLikeSound.Make),
    ];

    /// <summary>All of them, 35 s each.</summary>
    public static IEnumerable<TrainingPiece> All() =>
        Kinds.SelectMany((kind, number) => Enumerable.Range(0, kind.Count).Select(index =>
        {
            var mono = new float[LengthSeconds * AnalysisRate.SampleRateHz];
            kind.Make(mono, new Random((1000 * (number + 1)) + index));
            return new TrainingPiece(new TruthPiece { Id = $"{kind.Name}{index}_{kind.Name}{index}", File = "" }, mono);
        }));
}
