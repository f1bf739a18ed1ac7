using GrooveGuru.Fitting;

// Fits the models whose weights are constants in Core: one verb a model, then truth files with their audio beside them.
string verb = args.FirstOrDefault() ?? "";
if (args.Length < 2)
{
    await Console.Error.WriteLineAsync("Usage: fit MODEL TRUTH.json… writes the weights of a model as C# to standard output.");
    return 2;
}

IReadOnlyList<TrainingPiece> pieces = TrainingSet.Read(args[1..]);
switch (verb)
{
    default:
        await Console.Error.WriteLineAsync($"There is no model \"{verb}\" ({pieces.Count} pieces read).");
        return 2;
}
