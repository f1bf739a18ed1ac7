namespace GrooveGuru.Core.Rhythm;

/// <summary>One reading of the bars.</summary>
/// <param name="BeatsPerBar">Beats in a bar.</param>
/// <param name="First">Index of the first beat that begins a bar.</param>
/// <param name="Features">What <see cref="MeterModel"/> weighs [<see cref="MeterFeatures.Count"/>].</param>
internal sealed record MeterHypothesis(int BeatsPerBar, int First, float[] Features)
{
    /// <summary>The bars that are looked for, in beats.</summary>
    public static readonly int[] Meters = [2, 3, 4];

    /// <summary>All readings of tracked beats.</summary>
    /// <param name="signals">The piece.</param>
    /// <param name="pulse">Its pulse.</param>
    /// <param name="beatsSeconds">Those of its beats that are within the music.</param>
    /// <returns>Empty for fewer than eight beats.</returns>
    public static IReadOnlyList<MeterHypothesis> All(RhythmSignals signals, PulseHypothesis pulse, IReadOnlyList<double> beatsSeconds)
    {
        if (beatsSeconds.Count < 8)
        {
            return [];
        }

        var features = new MeterFeatures(signals, pulse, beatsSeconds);
        return [.. Meters.SelectMany(meter => Enumerable.Range(0, meter).Select(first => new MeterHypothesis(meter, first, features.Of(meter, first))))];
    }
}
