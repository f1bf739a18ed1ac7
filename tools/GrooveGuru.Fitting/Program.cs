using GrooveGuru.Fitting;
using GrooveGuru.Fitting.Advice;
using GrooveGuru.Fitting.Drums;
using GrooveGuru.Fitting.Meanings;
using GrooveGuru.Fitting.Notes;
using GrooveGuru.Fitting.Rhythm;
using GrooveGuru.Fitting.Roles;
using GrooveGuru.Fitting.Tonality;

// Fits the models whose weights are constants in Core: one verb a model. README.md says what each was fitted on.
Dictionary<string, Action<FittingOptions>> verbs = new()
{
    ["chords"] = ChordFitting.Run,
    ["drums"] = DrumFitting.Run,
    ["key"] = KeyFitting.Run,
    ["meanings"] = MeaningFitting.Run,
    ["meter"] = MeterFitting.Run,
    ["notes"] = NoteFitting.Run,
    ["note-trial"] = NoteTrial.Run,
    ["pulse"] = PulseFitting.Run,
    ["roles"] = RoleFitting.Run,
    ["voice"] = VoiceTrial.Run,
};

if (args is ["signs", var manifest, var table])
{
    return SignTable.Run(manifest, table);
}

if (args is ["norms", var clean, var norms])
{
    return RoleNormFitting.Run(clean, norms);
}

if (args is ["faults", "--out", var weights, .. { Length: > 0 } tables])
{
    return FaultFitting.Run(weights, tables);
}

if (args is ["faults", .. { Length: > 0 } toTry])
{
    return FaultFitting.Run(null, toTry);
}

if (args.Length < 2 || !verbs.TryGetValue(args[0], out Action<FittingOptions>? fit) || FittingOptions.Parse(args[1..]) is not { } options)
{
    await Console.Error.WriteLineAsync($"Usage: fit {string.Join('|', verbs.Keys)} {FittingOptions.Usage}");
    return 2;
}

fit(options);
return 0;
