using System.Text.Json;
using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Bridge.Evaluation.AdviceBenchmark;

/// <summary>Makes every fault on one track and scores what is advised.</summary>
/// <param name="ask">The adviser.</param>
/// <param name="faults">The faults to make.</param>
/// <param name="withNames">Whether the adviser learns what the file is called; otherwise every track has the same name.</param>
/// <param name="otherwise">Whether the faults are made otherwise than the fault model learnt them.</param>
internal sealed class TrackExaminer(AskAdviser ask, IReadOnlyList<FaultCase> faults, bool withNames, bool otherwise = false)
{
    private const string NeutralName = "Track";

    /// <summary>How often a track advances.</summary>
    public int StepCount => faults.Count + 1;

    /// <summary>Scores a track.</summary>
    /// <param name="track">The track.</param>
    /// <param name="advance">Called after each fault, and once for the clean track.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The score; one that says why where the track cannot be read or measured, or where something failed on it.</returns>
    public TrackScore Examine(MaterialTrack track, Action advance, CancellationToken cancellation)
    {
        try
        {
            return CleanTrack.Stage(track.Name, track.Read(cancellation), cancellation) is { } clean
                ? Examine(track, clean, advance, cancellation)
                : new TrackScore { Track = track, SkippedBecause = "its loudness cannot be measured (silence, or less than 400 ms)" };
        }
        catch (Exception error) when (error is GrooveGuruException or IOException or UnauthorizedAccessException)
        {
            return new TrackScore { Track = track, SkippedBecause = error.Message };
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A bug that one track brings out must not cost the other tracks of a long run; it is named in the result.
            return new TrackScore { Track = track, SkippedBecause = $"{error.GetType().Name}: {error.Message}" };
        }
    }

    private TrackScore Examine(MaterialTrack track, CleanTrack clean, Action advance, CancellationToken cancellation)
    {
        string name = withNames ? track.FileStem : NeutralName;
        GivenAdvice[] cleanAdvice = [.. ask(name, clean.Audio, clean.Analysis, cancellation).Recommendations.Select(advice => GivenAdvice.Of(advice, isRight: false))];
        advance();
        FaultDistance fromClean = new(clean.Audio, cancellation);
        List<FaultScore> scores = [];
        foreach (FaultCase fault in faults)
        {
            if (FaultInjector.Inject(clean, fault, otherwise, cancellation) is { } injected)
            {
                scores.Add(Score(injected));
            }

            advance();
        }

        string heardRole = JsonNamingPolicy.SnakeCaseLower.ConvertName(RoleEstimator.Estimate(clean.Analysis, name).Role.ToString());
        return new TrackScore { Track = track, Role = track.Role ?? heardRole, HeardRole = heardRole, CleanAdvice = cleanAdvice, Faults = scores };

        FaultScore Score(InjectedFault injected)
        {
            FaultScore score = new()
            {
                Case = injected.Case,
                FrequencyHz = injected.FrequencyHz,
                Distance = fromClean.To(injected.Audio, injected.Case.Kind),
            };
            if (!FaultAudibility.IsFault(fromClean, injected.Audio, injected.Case.Kind, score.Distance))
            {
                return score;
            }

            TrackAnalysis analysis = TrackAnalyzer.Analyze(injected.Audio, AnalysisScope.All, cancellation);
            AdviceReport report = ask(name, injected.Audio, analysis, cancellation);
            IReadOnlyList<Recommendation> advice = report.Recommendations;
            Recommendation? answer = advice.FirstOrDefault(given => FaultAnswer.Answers(given, injected));
            return score with
            {
                IsFault = true,
                Advice = [.. advice.Select(given => GivenAdvice.Of(given, FaultAnswer.Answers(given, injected)))],
                AnswerRank = answer is null ? null : advice.ToList().IndexOf(answer) + 1,
                Error = answer is null ? null : ParameterError.Measure(answer, injected),
                DistanceAfterAnswer = DistanceAfter(answer?.Chain),
                DistanceAfterChain = DistanceAfter(report.WholeChain?.Chain),
            };

            double? DistanceAfter(IReadOnlyList<ProcessorSettings>? chain) =>
                chain is null ? null : fromClean.To(ChainRenderer.Render(injected.Audio, chain, cancellation), injected.Case.Kind);
        }
    }
}
