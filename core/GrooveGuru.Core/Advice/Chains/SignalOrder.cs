using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Chains;

/// <summary>Puts the processors of several recommendations into one signal order.</summary>
/// <remarks>
/// The order that engineers agree on most (Izhaki 2017, Mixing Audio, and Owsinski 2017, The Mixing Engineer's Handbook, both on the
/// order of processors): what is broken first, cuts before compressors, boosts after them, colour, image, room, and level last.
/// </remarks>
internal static class SignalOrder
{
    // A high-pass up to here takes away rumble; higher up it shapes the sound.
    private const double RumbleHz = 80;

    /// <summary>The steps of a chain, each band of an EQ at its own place.</summary>
    /// <param name="chain">The processors of one recommendation, without its trim.</param>
    /// <param name="recommendationId">The recommendation.</param>
    internal static IEnumerable<ChainStep> Steps(IReadOnlyList<ProcessorSettings> chain, string recommendationId)
    {
        foreach (ProcessorSettings settings in chain)
        {
            if (settings is ParametricEqSettings eq)
            {
                foreach (IGrouping<ChainStage, EqBand> bands in eq.Bands.GroupBy(StageOf))
                {
                    yield return StepOf(new ParametricEqSettings([.. bands]), bands.Key);
                }
            }
            else
            {
                yield return StepOf(settings, StageOf(settings));
            }
        }

        ChainStep StepOf(ProcessorSettings settings, ChainStage stage) => new(settings, stage, recommendationId, "");
    }

    /// <summary>
    /// Steps in signal order, each with why it stands there; those of one place stay as they are given, but that a declipper looks for flat
    /// tops, which any filter before it would tilt.
    /// </summary>
    internal static IReadOnlyList<ChainStep> Sort(IEnumerable<ChainStep> steps)
    {
        ChainStep[] sorted = [.. steps.OrderBy(step => step.Stage).ThenByDescending(step => step.Processor is DeclipperSettings)];
        HashSet<ChainStage> stages = [.. sorted.Select(step => step.Stage)];
        return [.. sorted.Select(step => step with { Because = sorted.Length == 1 ? "It is the only change." : Why(step.Stage, stages) })];
    }

    // Only what stands in the chain is a reason.
    private static string Why(ChainStage stage, HashSet<ChainStage> stages) => stage switch
    {
        _ when stages.Count == 1 => "All changes are of one kind: their order does not matter.",
        ChainStage.Repair => "First, so that everything after it hears a sound signal.",
        ChainStage.CorrectiveEq => stages.Contains(ChainStage.Dynamics)
            ? "Cuts come before the dynamics: no compressor is to react to what goes anyway."
            : "Cuts come early: what follows builds on a clean balance.",
        ChainStage.Dynamics => "Before boosts and room, so that it reacts to the music and not to what is added.",
        ChainStage.TonalEq => stages.Contains(ChainStage.Dynamics) ? "Boosts come after the dynamics, which would push them back down."
            : stages.Contains(ChainStage.CorrectiveEq) ? "Boosts come after the cuts: less is needed once nothing hides it."
            : "Tone is set before image, room and level.",
        ChainStage.Saturation => "After the EQ: its overtones grow out of the balance that is wanted.",
        ChainStage.Width => "After tone and dynamics: the image is set on the finished sound.",
        ChainStage.Space => "Near the end: a room of the finished sound, which no compressor pumps.",
        _ => "Last: level is set when nothing after it changes it any more.",
    };

    private static ChainStage StageOf(EqBand band) => band.Kind switch
    {
        EqBandKind.HighPass => band.FrequencyHz <= RumbleHz ? ChainStage.Repair : ChainStage.CorrectiveEq,
        EqBandKind.LowPass => ChainStage.CorrectiveEq,
        _ => band.GainDb > 0 ? ChainStage.TonalEq : ChainStage.CorrectiveEq,
    };

    private static ChainStage StageOf(ProcessorSettings settings) => settings switch
    {
        StereoWidthSettings { InvertRight: true } or StereoWidthSettings { WidthPercent: 0 } => ChainStage.Repair, // a channel that is turned over, or dead
        CompressorSettings or ExpanderSettings => ChainStage.Dynamics,
        SaturatorSettings => ChainStage.Saturation,
        StereoWidthSettings => ChainStage.Width,
        StereoDelaySettings or ReverbSettings => ChainStage.Space,
        GainSettings or LimiterSettings => ChainStage.Level,
        _ => ChainStage.Repair, // what has no other place restores something
    };
}
