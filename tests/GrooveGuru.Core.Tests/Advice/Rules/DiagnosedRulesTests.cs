using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Advice.Rules;
using GrooveGuru.Core.Tests.Advice.Diagnosing;

namespace GrooveGuru.Core.Tests.Advice.Rules;

/// <summary>The rules that rest on the diagnosis: each speaks of its own fault, as surely as the diagnosis is, and of no other.</summary>
public class DiagnosedRulesTests
{
    private static readonly Dictionary<string, IAdviceRule> Rules = RuleSet.All.ToDictionary(rule => rule.Id);

    public static TheoryData<string, string> RulesAndFaults => new()
    {
        { "eq.brightness", "dull_top/strong" },
        { "eq.low_mids", "muddy_low_mids/strong" },
        { "eq.rumble", "sub_rumble/strong" },
        { "eq.harshness", "harsh_upper_mids/strong" },
        { "compression.over_compressed", "over_compression/strong" },
        { "gain.clipping", "clipping/strong" },
        { "spatial.narrow", "narrow_image/medium" },
        { "spatial.narrow", "narrow_image/strong" },
        { "spatial.wide", "wide_image/medium" },
        { "spatial.polarity", "flipped_polarity/strong" },
    };

    [Theory]
    [MemberData(nameof(RulesAndFaults))]
    public void Propose_ItsFaultDiagnosed_AnswersItAsSurely(string ruleId, string caseId)
    {
        InjectedFault fault = RuleTrial.Faulty(caseId);
        AdviceContext context = RuleTrial.Context(fault.Audio, Diagnoses.Of((caseId, 0.6)));
        Proposal proposal = Rules[ruleId].Propose(context)!;

        Assert.Equal(ruleId, proposal.Untried.Id);
        Assert.True(FaultAnswer.Answers(proposal.Untried, fault));
        Assert.InRange(proposal.Untried.Confidence, 0.59, 1);
        Assert.InRange(proposal.Untried.Priority, 1, 2);
        Assert.NotEmpty(proposal.Untried.Because[0].Meaning);
        Assert.NotEqual(proposal.Tuning.Target, proposal.Untried.Expects[0].From);
    }

    [Theory]
    [MemberData(nameof(RulesAndFaults))]
    public void Propose_AnotherFaultDiagnosed_IsSilent(string ruleId, string caseId)
    {
        // What is measured is as healthy as can be; the diagnosis knows only of something else.
        string other = caseId.StartsWith("dull", StringComparison.Ordinal) ? "clipping/strong" : "dull_top/strong";
        Assert.Null(Rules[ruleId].Propose(RuleTrial.Context(RuleTrial.Mix.Audio, Diagnoses.Of((other, 0.9)))));
    }

    [Theory]
    [InlineData("eq.low_mids", "muddy_low_mids/strong")]
    [InlineData("eq.rumble", "sub_rumble/strong")]
    [InlineData("compression.over_compressed", "over_compression/strong")]
    [InlineData("gain.clipping", "clipping/strong")]
    [InlineData("spatial.narrow", "narrow_image/strong")]
    [InlineData("spatial.wide", "wide_image/medium")]
    [InlineData("spatial.polarity", "flipped_polarity/strong")]
    public void Advise_ItsFault_KeepsItsPromiseAndMakesItLessLikely(string ruleId, string caseId)
    {
        InjectedFault fault = RuleTrial.Faulty(caseId);
        Recommendation given = Assert.Single(RuleTrial.Advise(Rules[ruleId], fault.Audio));
        Expectation promise = given.Expects[0];
        Evidence evidence = given.Evidence.Single(evidence => evidence.FeatureId == promise.FeatureId);
        Assert.Equal(promise.From, evidence.Before);
        Assert.Equal(promise.To, evidence.After);
        Assert.NotEqual(evidence.Before, evidence.After);

        string chance = MeasureIds.Chance(fault.Case.Kind);
        double before = RuleTrial.Context(fault.Audio).Measure(chance)!.Value;
        double after = RuleTrial.Context(Core.Mixing.ChainRenderer.Render(fault.Audio, given.Chain)).Measure(chance)!.Value;
        Assert.True(after < before, $"{before} became {after}");
    }

    [Fact]
    public void Propose_ReverbOfAFastTrack_ExpandsInTimeWithIt()
    {
        Diagnosis wet = Diagnoses.OfFast(("reverb_wash/strong", 0.6));
        Proposal proposal = new ReverbWashRule().Propose(RuleTrial.Context(RuleTrial.Mix.Audio, wet, tempoBpm: 125))!;
        var expander = Assert.IsType<Core.Mixing.ExpanderSettings>(Assert.Single(proposal.Untried.Chain));
        Assert.Equal(120, expander.ReleaseMs); // a sixteenth at 125 BPM
        Assert.True(proposal.Tuning.Target > proposal.Untried.Expects[0].From);
    }

    [Fact]
    public void Propose_ReverbOfASlowTrack_IsSilent()
    {
        Diagnosis wet = Diagnoses.OfFast(("reverb_wash/strong", 0.6));
        Assert.Null(new ReverbWashRule().Propose(RuleTrial.Context(RuleTrial.Mix.Audio, wet, tempoBpm: ReverbWashRule.FastBpm - 1)));
        Assert.Null(new ReverbWashRule().Propose(RuleTrial.Context(RuleTrial.Mix.Audio, Diagnoses.Of(("reverb_wash/strong", 0.6)), tempoBpm: 125)));
    }
}
