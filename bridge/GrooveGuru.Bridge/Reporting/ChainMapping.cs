using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Reporting;

/// <summary>From Core's whole chain, conflicts and plots of before and after to the messages that cross.</summary>
internal static class ChainMapping
{
    /// <summary>The message of a whole chain, its sentences included.</summary>
    public static WholeChain ToMessage(Core.Advice.Chains.WholeChain chain)
    {
        WholeChain message = new()
        {
            Text = Core.Reports.RecommendationText.Tried(
                chain.Evidence, chain.TriedFromSeconds, chain.TriedToSeconds,
                matched: !chain.Steps.Any(step => step.Stage == Core.Advice.Chains.ChainStage.Level && step.RecommendationId.Length > 0)),
        };
        if (chain is { TriedFromSeconds: { } from, TriedToSeconds: { } to })
        {
            message.TriedFromSeconds = from;
            message.TriedToSeconds = to;
        }

        message.Steps.AddRange(chain.Steps.Select(step => new ChainStep
        {
            Processor = ProcessorMapping.ToMessage(step.Processor),
            Stage = (ChainStage)((int)step.Stage + 1),
            RecommendationId = step.RecommendationId,
            Because = step.Because,
            Action = Core.Mixing.ChainText.Write([step.Processor]),
        }));
        message.Evidence.AddRange(chain.Evidence.Select(RecommendationMapping.ToMessage));
        return message;
    }

    /// <summary>The message of advice that gave way.</summary>
    public static ResolvedConflict ToMessage(Core.Advice.ResolvedConflict conflict) => new()
    {
        WinnerId = conflict.WinnerId,
        WinnerTitle = conflict.WinnerTitle,
        LoserId = conflict.LoserId,
        LoserTitle = conflict.LoserTitle,
        Outcome = (ConflictOutcome)((int)conflict.Outcome + 1),
        Because = conflict.Because,
        Text = Core.Reports.ConflictText.Write(conflict),
    };

    /// <summary>The message of what plots of before and after show.</summary>
    /// <param name="plots">What was measured.</param>
    /// <param name="touchesStereo">Whether the image is what changes.</param>
    public static BeforeAfter ToMessage(Core.Reports.BeforeAfter plots, bool touchesStereo)
    {
        BeforeAfter message = new() { TouchesStereo = touchesStereo };
        message.SpectrumHz.AddRange(plots.SpectrumHz);
        message.SpectrumBeforeDb.AddRange(plots.SpectrumBeforeDb);
        message.SpectrumAfterDb.AddRange(plots.SpectrumAfterDb);
        message.MomentaryBeforeLufs.AddRange(plots.MomentaryBeforeLufs);
        message.MomentaryAfterLufs.AddRange(plots.MomentaryAfterLufs);
        message.BandStereoBefore.AddRange(plots.BandStereoBefore.Select(ExtendedMapping.ToMessage));
        message.BandStereoAfter.AddRange(plots.BandStereoAfter.Select(ExtendedMapping.ToMessage));
        return message;
    }
}
