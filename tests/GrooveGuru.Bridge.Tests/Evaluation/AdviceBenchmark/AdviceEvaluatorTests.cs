using GrooveGuru.Bridge.Evaluation.AdviceBenchmark;
using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Chains;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Bridge.Tests.Evaluation.AdviceBenchmark;

public class AdviceEvaluatorTests
{
    private const int RateHz = 44100;

    private static readonly FaultCase[] Faults =
    [
        .. FaultCatalogue.All.Where(fault => fault.Kind is FaultKind.DullTop or FaultKind.TooQuiet or FaultKind.NarrowImage or FaultKind.ReverbWash),
    ];

    [Fact]
    public void Run_AdviserThatAlwaysLiftsTheTop_IsRightOnDullTracksAlone()
    {
        IReadOnlyList<TrackScore> scores = Run([Noise("one", 1), Noise("two", 2)], Always(6), threads: 2);
        AdviceTotals totals = AdviceTotals.Of(scores);
        FaultScore[] all = [.. scores.SelectMany(score => score.Faults)];

        Assert.Equal(["one", "two"], scores.Select(score => score.Track.Name));
        Assert.Equal(14, totals.Cases.Cases); // 3 dull, 1 quiet, 3 narrow on each; noise has no tempo to be washed over
        Assert.Equal(0, totals.Cases.LeftOut);
        Assert.All(all, fault => Assert.Equal(fault.Case.Kind == FaultKind.DullTop ? 2 : null, fault.AnswerRank));
        Assert.Equal(6.0 / 14, totals.Cases.Recall!.Value, 1e-12);
        Assert.All(all.Where(fault => fault.Case.Kind == FaultKind.DullTop), fault => Assert.Equal(Math.Abs(6 + fault.Case.Amount), fault.Error!.GainDb, 1e-9));
        FaultScore medium = all.First(fault => fault.Case.Id == "dull_top/medium");
        Assert.True(medium.IsHalfUndone, $"{medium.Distance} before, {medium.DistanceAfterAnswer} after");
        Assert.False(medium.IsHalfUndoneByChain);
        Assert.All(all, fault => Assert.Equal(fault.Case.Kind == FaultKind.TooQuiet, fault.IsHalfUndoneByChain));
        Assert.Equal(2, totals.AdvicePerCleanTrack);
        Assert.Equal(1, totals.FirstPriorityPerCleanTrack);
        Assert.Equal(32, totals.Reliability.Sum(bin => bin.Count));
        Assert.Equal(6, totals.Reliability.Sum(bin => bin.Count * bin.HitRate), 1e-9);
    }

    [Fact]
    public void Run_AnyNumberOfThreads_GivesTheSameFigures()
    {
        MaterialTrack[] tracks = [Noise("one", 1), Noise("two", 2), Noise("three", 3)];

        Assert.Equal(Json(Run(tracks, Always(3), threads: 1)), Json(Run(tracks, Always(3), threads: 4)));
    }

    [Fact]
    public void Run_TrackThatCannotBeUsed_SaysWhyAndLeavesTheOthers()
    {
        MaterialTrack silence = Noise("silence", 1) with { Read = _ => new AudioBuffer(2, RateHz, RateHz) };
        MaterialTrack broken = Noise("broken", 1) with { Read = _ => throw new UnsupportedAudioException("broken", "The file is empty.") };

        IReadOnlyList<TrackScore> scores = Run([silence, broken, Noise("fine", 1)], Always(3), threads: 2);

        Assert.Contains("loudness cannot be measured", scores[0].SkippedBecause, StringComparison.Ordinal);
        Assert.Contains("The file is empty.", scores[1].SkippedBecause, StringComparison.Ordinal);
        Assert.Null(scores[2].SkippedBecause);
        Assert.Equal(7, scores[2].Faults.Count);
    }

    [Fact]
    public void Run_AdviserThatThrows_NamesTheTrackAndWhatHappened()
    {
        IReadOnlyList<TrackScore> scores = Run([Noise("one", 1)], (_, _, _, _) => throw new InvalidOperationException("a bug"), threads: 1);

        Assert.Contains("InvalidOperationException: a bug", scores[0].SkippedBecause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "Track")]
    [InlineData(true, "take")]
    public void Run_Names_AreToldOnlyWhenAsked(bool withNames, string expected)
    {
        HashSet<string> heard = [];
        TrackExaminer examiner = new(
            (name, audio, analysis, cancellation) =>
            {
                heard.Add(name);
                return new AdviceReport([], null, []);
            },
            [Faults[0]],
            withNames);

        examiner.Examine(Noise("folder/take", 1), () => { }, CancellationToken.None);

        Assert.Equal([expected], heard);
    }

    [Fact]
    public void Run_InaudibleFault_NeverReachesTheAdviser()
    {
        int asked = 0;
        AudioBuffer low = ChainRenderer.Render(
            MakeNoise(1), [.. Enumerable.Range(0, 4).Select(_ => new ParametricEqSettings([new EqBand(EqBandKind.LowPass, 200, 0, 0.71)]))]);
        TrackExaminer examiner = new(
            (_, _, _, _) =>
            {
                asked++;
                return new AdviceReport([], null, []);
            },
            [.. FaultCatalogue.All.Where(fault => fault.Kind == FaultKind.DullTop)],
            withNames: false);

        TrackScore score = examiner.Examine(Noise("low", 1) with { Read = _ => low }, () => { }, CancellationToken.None);

        Assert.Equal(1, asked); // the clean track
        Assert.All(score.Faults, fault => Assert.False(fault.IsFault));
        Assert.Equal(3, CaseTotals.Of(score.Faults).LeftOut);
    }

    [Fact]
    public void Run_Cancelled_Throws()
    {
        using CancellationTokenSource cancelled = new();
        AskAdviser cancels = (_, _, _, cancellation) =>
        {
            cancelled.Cancel();
            cancellation.ThrowIfCancellationRequested();
            return new AdviceReport([], null, []);
        };

        Assert.ThrowsAny<OperationCanceledException>(() => AdviceEvaluator.Run(
            [Noise("one", 1), Noise("two", 2)], new TrackExaminer(cancels, Faults, false), 2, new Progress<double>(), cancelled.Token));
    }

    private static IReadOnlyList<TrackScore> Run(MaterialTrack[] tracks, AskAdviser ask, int threads) => AdviceEvaluator.Run(
        tracks, new TrackExaminer(ask, Faults, withNames: false), threads, new Progress<double>(), CancellationToken.None);

    // Whatever it hears: less low end, which is never asked for here, and more top.
    private static AskAdviser Always(double topDb) => (_, _, _, _) => new AdviceReport(
        [Advice(1, new EqBand(EqBandKind.LowShelf, 50, -1, 0.71)), Advice(2, new EqBand(EqBandKind.HighShelf, 5000, topDb, 0.71))],
        new WholeChain { Steps = [new ChainStep(new GainSettings(12), ChainStage.Level, "", "")], Evidence = [] },
        []);

    private static Recommendation Advice(int priority, EqBand band) => new()
    {
        Id = "x.y",
        Domain = RecommendationDomain.Eq,
        Title = "",
        Priority = priority,
        Confidence = 0.7,
        Because = [],
        Chain = [new ParametricEqSettings([band])],
        Expects = [],
        Evidence = [],
    };

    private static string Json(IReadOnlyList<TrackScore> scores)
    {
        using MemoryStream stream = new();
        AdviceBenchmarkJson.Write(stream, [(MaterialHalf.Tuned, AdviceTotals.Of(scores))], scores);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static MaterialTrack Noise(string name, int seed) => new(name, null, name, MaterialHalf.Tuned, _ => MakeNoise(seed));

    private static AudioBuffer MakeNoise(int seed)
    {
        Random random = new(seed);
        AudioBuffer audio = new(2, 3 * RateHz, RateHz);
        for (int frame = 0; frame < audio.FrameCount; frame++)
        {
            double mid = random.NextDouble() - 0.5, side = (random.NextDouble() - 0.5) / 2;
            audio.Channel(0)[frame] = (float)(mid + side) / 2;
            audio.Channel(1)[frame] = (float)(mid - side) / 2;
        }

        return audio;
    }
}
