using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>One line of a feedback delay network and what it takes away in each round.</summary>
/// <param name="Frames">Its length, frames.</param>
/// <param name="Gain">Gain below the crossover, linear, below 1.</param>
/// <param name="HighGain">Gain far above the crossover over that below it, linear, at most 1.</param>
/// <param name="Split">The coefficient of the filter that parts both.</param>
/// <remarks>Jot and Chaigne 1991, AES preprint 3030: each line takes what its length owes to the decay time.</remarks>
internal readonly record struct NetworkLine(int Frames, double Gain, double HighGain, double Split)
{
    /// <summary>The line of a length for a decay.</summary>
    [RealtimeSafe]
    internal static NetworkLine For(int frames, ReverbSettings settings, double sampleRateHz)
    {
        double lossDb = 60 * frames / (settings.DecaySeconds * sampleRateHz);
        double highLossDb = lossDb * ((1 / settings.HighDecayRatio) - 1);
        double high = ProcessorFormat.LinearGain(-highLossDb);

        // A first-order shelf with half of its dB at the crossover. It already takes a little in the middle, which the gain gives
        // back; never more than half of the loss, so that the gain stays below 1 down to DC.
        double poleHz = settings.CrossoverHz * Math.Sqrt(high);
        double middleHz = Math.Min(1000, settings.CrossoverHz / 4);
        double pole = poleHz * poleHz;
        double middle = middleHz * middleHz;
        double shelfDb = 10 * Math.Log10((pole + (high * high * middle)) / (pole + middle));
        double gainDb = -lossDb + Math.Min(-shelfDb, lossDb / 2);
        return new NetworkLine(
            frames, ProcessorFormat.LinearGain(gainDb), high, OnePoleFilter.Coefficient(poleHz, sampleRateHz));
    }
}
