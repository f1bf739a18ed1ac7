using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Semantics.Roles;
using GrooveGuru.Core.Tests.Advice.Evaluation;

namespace GrooveGuru.Core.Tests.Advice.Rules;

/// <summary>One rule alone on audio, with a diagnosis and a role of choice.</summary>
internal static class RuleTrial
{
    private static readonly Lazy<CleanTrack> Staged = new(() => CleanTrack.Stage("mix", HealthyMix.Copy())!);

    /// <summary>The healthy mix at working level.</summary>
    internal static CleanTrack Mix => Staged.Value;

    /// <summary>The mix with a fault of the catalogue.</summary>
    internal static InjectedFault Faulty(string caseId) => FaultInjector.Inject(Mix, CleanTracks.Case(caseId))!;

    /// <summary>What a rule sees; its own diagnosis where none is given.</summary>
    internal static AdviceContext Context(
        AudioBuffer audio, Diagnosis? diagnosis = null, TrackRole role = TrackRole.FullMix, double? tempoBpm = 120, AnalysisScope scope = AdviceTests.Scope)
    {
        TrackAnalysis analysis = TrackAnalyzer.Analyze(audio, scope);
        return diagnosis is null
            ? new AdviceContext(audio, analysis) { Role = role, RoleConfidence = 1, TempoBpm = tempoBpm }
            : new AdviceContext(audio, analysis) { Role = role, RoleConfidence = 1, TempoBpm = tempoBpm, Diagnosis = diagnosis };
    }

    /// <summary>What one rule gives on audio when it is tried.</summary>
    internal static IReadOnlyList<Recommendation> Advise(IAdviceRule rule, AudioBuffer audio, TrackRole? role = null) =>
        new Adviser([rule]) { Role = role is TrackRole told ? RoleEstimate.Told(told) : null }.Advise(audio, TrackAnalyzer.Analyze(audio, AdviceTests.Scope | AnalysisScope.Rhythm));
}
