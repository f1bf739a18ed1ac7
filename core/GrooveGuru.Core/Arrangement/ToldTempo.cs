using System.Globalization;

namespace GrooveGuru.Core.Arrangement;

/// <summary>Brings what a user says of tempo and meter together with the beats that were heard.</summary>
public static class ToldTempo
{
    private const int Largest = 255;

    // A tempo within this of another is taken for the same.
    private const double SameTempo = 0.04;

    // Behind this the bars of the file are no longer those of the music.
    private const double MostDriftBeats = 0.5;

    // Quarters that one heard beat may be, the likeliest first. Where it is one of the first three, a bar can keep its bar lines.
    private static readonly double[] QuartersPerBeat = [1, 2, 0.5, 1.5, 2.0 / 3, 3, 1.0 / 3, 0.75, 4.0 / 3];
    private const int KeepBarLines = 3;

    /// <summary>The tempo to write.</summary>
    /// <param name="heard">The beats that were heard.</param>
    /// <param name="bpm">The tempo that was told, quarters per minute; null where it is the heard one.</param>
    /// <param name="meter">The meter that was told; null where it follows from what was heard.</param>
    /// <returns>
    /// The tempo. A heard meter stays at the heard tempo and at twice or half of it, so that bar lines stay where bars were heard to begin;
    /// at any other tempo it says nothing, and the file has 4/4.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The tempo or the meter is out of range.</exception>
    public static WrittenTempo Write(HeardBeats heard, double? bpm, Meter? meter)
    {
        ArgumentNullException.ThrowIfNull(heard);
        int beatsPerBar = Math.Clamp(heard.BeatsPerBar, 1, Largest);
        if (bpm is not { } told)
        {
            return meter is null ? new WrittenTempo(BeatTempo.Of(heard, new Meter(beatsPerBar)), null) : Metered(heard, meter, beatsPerBar);
        }

        if (BeatTempo.MeanBpm(heard) is not { } heardBpm)
        {
            return new WrittenTempo(BeatTempo.Laid(told, heard, meter ?? Meter.Common, null), null);
        }

        int relation = Array.FindIndex(QuartersPerBeat, quarters => Math.Abs((told / heardBpm / quarters) - 1) <= SameTempo);
        double? quartersPerBeat = relation >= 0 ? QuartersPerBeat[relation] : null;
        bool keepsBarLines = relation is >= 0 and < KeepBarLines;
        Meter written = meter ?? (keepsBarLines ? AtTempo(beatsPerBar, quartersPerBeat!.Value) : Meter.Common);
        return new WrittenTempo(BeatTempo.Laid(told, heard, written, quartersPerBeat), Remark(told, heardBpm, heard.BeatsSeconds.Count, meter, keepsBarLines, quartersPerBeat));
    }

    private static WrittenTempo Metered(HeardBeats heard, Meter meter, int beatsPerBar)
    {
        // Beats in twos or fours are those that a foot taps to: three eighths each. Those of 9/8 are, however they were counted.
        const double DottedQuarter = 1.5;
        bool isDotted = meter.IsCompound && (beatsPerBar is 2 or 4 || meter.BeatsPerBar % 9 == 0);
        TempoMap map = BeatTempo.Of(heard, meter, isDotted ? DottedQuarter * 8 / meter.BeatUnit : 1);
        return new WrittenTempo(
            map, isDotted && map.IsKnown ? $"In {meter} each of the beats that were heard counts as three {(meter.BeatUnit == 8 ? "eighths" : "of its notes")}." : null);
    }

    // Twice as fast a bar that was heard is two bars, or one of four where it had two beats; half as fast two of them are one.
    private static Meter AtTempo(int beatsPerBar, double quartersPerBeat)
    {
        bool isHalved = quartersPerBeat < 1 && beatsPerBar > 4 && beatsPerBar % 2 == 0;
        bool isDoubled = quartersPerBeat > 1 && beatsPerBar <= 2;
        return new Meter(isHalved ? beatsPerBar / 2 : isDoubled ? beatsPerBar * 2 : beatsPerBar);
    }

    private static string? Remark(double told, double heardBpm, int heardBeats, Meter? meter, bool keepsBarLines, double? quartersPerBeat)
    {
        double driftBeats = quartersPerBeat is { } quarters ? Math.Abs((told / heardBpm / quarters) - 1) * heardBeats : heardBeats;
        return meter is null && !keepsBarLines
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"Beats were heard at {heardBpm:0.#} BPM, and {told:0.##} BPM is neither that nor twice or half of it: the bars that were heard do not fit, and the file has {Meter.Common} (--meter says otherwise).")
            : driftBeats > MostDriftBeats
                ? string.Create(CultureInfo.InvariantCulture, $"Beats were heard at {heardBpm:0.#} BPM: at {told:0.##} BPM the bars move away from them.")
                : null;
    }
}
