using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice;

/// <summary>The gain after a change that makes before and after equally loud, so that nothing is liked for being louder.</summary>
internal static class LoudnessTrim
{
    /// <summary>What before and after may differ by, LU.</summary>
    internal const double ToleranceLu = 0.1;

    // What a DAW's fader shows.
    private const double StepDb = 0.1;

    /// <summary>The trim for a change.</summary>
    /// <param name="before">The audio without it.</param>
    /// <param name="after">The audio with it.</param>
    /// <param name="matchLoudness">Whether to match loudness; otherwise only what rises over the limit of the true peak is taken back.</param>
    /// <param name="laterGainDb">Gain that follows it in the chain, dB.</param>
    /// <returns>A gain in whole tenths of a decibel; null where none is needed. The true peak goes before loudness.</returns>
    internal static GainSettings? Of(Take before, Take after, bool matchLoudness, double laterGainDb = 0)
    {
        double roomDb = Safeguards.PeakLimitDbtp(before) + Safeguards.TruePeakToleranceDb
            - (after.Measure(MeasureIds.TruePeakDbtp) ?? double.NegativeInfinity) - laterGainDb;
        double wantedDb = matchLoudness
            && before.Measure(MeasureIds.IntegratedLufs) is double lufsBefore && after.Measure(MeasureIds.IntegratedLufs) is double lufsAfter
            ? Math.Round((lufsBefore - lufsAfter) / StepDb) * StepDb
            : 0;
        double trimDb = wantedDb <= roomDb ? wantedDb : Math.Floor(roomDb / StepDb) * StepDb;
        trimDb = GainSettings.GainRangeDb.Clamp(Math.Round(trimDb, 1));
        return Math.Abs(trimDb) < StepDb / 2 ? null : new GainSettings(trimDb);
    }
}
