namespace GrooveGuru.Fitting.Rhythm;

/// <summary>Tries a model on an example.</summary>
/// <returns>What it gave to the truth, 0–1, and whether its answer is right; null where the example is not for it.</returns>
internal delegate (double OfTruth, bool IsHit)? RhythmTrial(RhythmExample example);

/// <summary>What the fits of the models of the rhythm have in common.</summary>
internal static class RhythmFitting
{
    /// <summary>Cross-validates if asked to, fits, tries the fit and the present weights on held pieces, and writes the weights.</summary>
    /// <param name="options">What to fit on.</param>
    /// <param name="fit">Fits on examples; gives the model and its weights as C#.</param>
    /// <param name="present">The model with the weights that Core has now.</param>
    public static void Run(
        FittingOptions options, Func<IReadOnlyList<RhythmExample>, (RhythmTrial Model, string Text)> fit, RhythmTrial present)
    {
        IReadOnlyList<RhythmExample> examples = RhythmExamples.ToLearnFrom(options.TruthFiles);
        if (options.Folds > 0)
        {
            Summary(RhythmExamples.Folds(examples, options.Folds).SelectMany(fold =>
            {
                RhythmTrial model = fit(fold.Learnt).Model;
                return fold.Held.Select(example => (example, model));
            })).Print($"Cross-validation in {options.Folds} parts:");
        }

        (RhythmTrial fitted, string text) = fit(examples);
        Print("The pieces learnt from", fitted, present, examples);
        if (options.HeldFiles.Count > 0)
        {
            Print("Held out", fitted, present, TrainingSet.Map(options.HeldFiles, RhythmExample.Of));
        }

        WeightsText.Write(text, options.OutFile);
    }

    private static void Print(string title, RhythmTrial fitted, RhythmTrial present, IReadOnlyList<RhythmExample> examples)
    {
        Summary(examples.Select(example => (example, fitted))).Print($"{title}, this fit:");
        Summary(examples.Select(example => (example, present))).Print($"{title}, the present weights:");
    }

    private static FitSummary Summary(IEnumerable<(RhythmExample Example, RhythmTrial Model)> trials)
    {
        var summary = new FitSummary();
        foreach ((RhythmExample example, RhythmTrial model) in trials)
        {
            if (model(example) is var (ofTruth, isHit))
            {
                summary.Add(example.Group, ofTruth, isHit);
            }
        }

        return summary;
    }
}
