using GrooveGuru.Fitting.Sounds;

namespace GrooveGuru.Fitting.Rhythm;

/// <summary>All that the models of the rhythm learn from.</summary>
internal static class RhythmExamples
{
    /// <summary>The pieces of truth files, metronomes, and sounds without a pulse.</summary>
    public static IReadOnlyList<RhythmExample> ToLearnFrom(IReadOnlyList<string> truthFiles) =>
    [
        .. TrainingSet.Map(truthFiles, RhythmExample.Of),
        .. Metronomes.All().Concat(PulselessSounds.All()).AsParallel().AsOrdered().Select(RhythmExample.Of),
    ];

    /// <summary>The parts of a cross-validation: all renderings of a tune, and all tempos of a drum pattern, are in the same.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="folds">How many parts.</param>
    public static IEnumerable<(IReadOnlyList<RhythmExample> Learnt, IReadOnlyList<RhythmExample> Held)> Folds(
        IReadOnlyList<RhythmExample> examples, int folds)
    {
        List<string> sources = [.. examples.Select(example => example.Source).Distinct().Order(StringComparer.Ordinal)];
        ILookup<bool, RhythmExample> Split(int fold) => examples.ToLookup(example => sources.IndexOf(example.Source) % folds == fold);
        return Enumerable.Range(0, folds).Select(Split).Select(split =>
            ((IReadOnlyList<RhythmExample>)[.. split[false]], (IReadOnlyList<RhythmExample>)[.. split[true]]));
    }
}
