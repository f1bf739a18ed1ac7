using GrooveGuru.Core.Audio;
using GrooveGuru.Core.DemoSong;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Form;
using GrooveGuru.Core.Loudness;
using GrooveGuru.Core.Semantics;
using GrooveGuru.Core.Semantics.Judgements;
using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Core.Tests.Semantics.Judgements;

public class ContextJudgeTests
{
    public static TheoryData<string> Sounds => SoundsWithoutMusic.Names;

    [Theory]
    [MemberData(nameof(Sounds))]
    public void Judge_SoundWithoutMusic_SaysWhyNothingIsGiven(string sound)
    {
        TrackContext context = ContextJudge.Judge(SoundsWithoutMusic.Analysed(sound));
        Assert.Null(context.Complexity.Step);
        Assert.Null(context.Listening.Step);
        Assert.Null(context.Impact.Step);
        Assert.Null(context.Quality.Step);
        Assert.All(
            new[] { context.Complexity.NotGivenReason, context.Listening.NotGivenReason, context.Impact.NotGivenReason, context.Quality.NotGivenReason },
            reason => Assert.EndsWith(".", reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Judge_Song_GivesAllWithWhatDecidedIt()
    {
        TrackContext context = ContextJudge.Judge(TrackAnalyzer.Analyze(DemoSongRenderer.Render().Mix));
        AssertGiven(context.Quality);
        AssertGiven(context.Complexity);
        AssertGiven(context.Listening);
        AssertGiven(context.Impact);
        Assert.NotEmpty(context.Complexity.DecidedBy);
    }

    [Fact]
    public void Judge_FourSecondsOfASong_GivesQualityAlone()
    {
        AudioBuffer song = DemoSongRenderer.Render().Mix;
        TrackContext context = ContextJudge.Judge(TrackAnalyzer.Analyze(
            new AudioBuffer([.. song.Channels.Select(channel => channel[..(4 * song.SampleRateHz)].ToArray())], song.SampleRateHz)));
        Assert.NotNull(context.Quality.Step);
        Assert.Equal("It needs 8 s of audio, and 4 s were heard.", context.Complexity.NotGivenReason);
    }

    [Fact]
    public void Judge_MoreOfWhatHappens_NeverReadsLess()
    {
        (double Complexity, double Impact, double Listening) before = default;
        for (double place = 0.02; place < 1; place += 0.07)
        {
            TrackContext context = ContextJudge.Judge(Music(place));
            (double Complexity, double Impact, double Listening) now =
                (context.Complexity.Value!.Value, context.Impact.Value!.Value, context.Listening.Value!.Value);
            Assert.True(now.Complexity >= before.Complexity && now.Impact >= before.Impact && now.Listening >= before.Listening, $"{place}");
            before = now;
        }

        Assert.Equal(MusicalComplexity.Simple, ContextJudge.Judge(Music(0.02)).Complexity.Step);
        Assert.Equal(MusicalComplexity.Complex, ContextJudge.Judge(Music(0.98)).Complexity.Step);
        Assert.Equal(EmotionalImpact.Boring, ContextJudge.Judge(Music(0.02)).Impact.Step);
        Assert.Equal(EmotionalImpact.Captivating, ContextJudge.Judge(Music(0.98)).Impact.Step);
        Assert.Equal(ListeningContext.Background, ContextJudge.Judge(Music(0.02)).Listening.Step);
        Assert.Equal(ListeningContext.Critical, ContextJudge.Judge(Music(0.98)).Listening.Step);
    }

    [Fact]
    public void Judge_FaultySong_IsNeverForCriticalListening()
    {
        AudioBuffer song = DemoSongRenderer.Render().Mix;
        AudioBuffer clipped = new([.. song.Channels.Select(channel => Array.ConvertAll(channel.ToArray(), sample => Math.Clamp(30 * sample, -1, 1)))], song.SampleRateHz);
        TrackContext context = ContextJudge.Judge(TrackAnalyzer.Analyze(clipped));
        Assert.True(context.Quality.Step < ProductionQuality.Good);
        Assert.NotEqual(ListeningContext.Critical, context.Listening.Step);
    }

    private static void AssertGiven<TStep>(Judgement<TStep> judgement)
        where TStep : struct, Enum
    {
        Assert.NotNull(judgement.Step);
        Assert.InRange(judgement.Value!.Value, 0, 1);
        Assert.Null(judgement.NotGivenReason);
        Assert.All(judgement.DecidedBy, sign => Assert.InRange(Math.Abs(sign.Pull), double.Epsilon, 1));
        Assert.EndsWith(".", JudgementText.Write(judgement), StringComparison.Ordinal);
    }

    // A minute of music in which everything lies at one place between little and much.
    private static TrackAnalysis Music(double place)
    {
        string[] ids = [FeatureIds.OnsetDensity, FeatureIds.TonnetzChange, FeatureIds.ArrangementDensity, FeatureIds.PunchFactor];
        int chords = 2 + (int)(place * 60);
        return new TrackAnalysis(
            60,
            44100,
            2,
            new FeatureSet(ids.Select(id => FeatureMeaningTableTests.Value(id, Math.Min(0.94, place) * FeatureMeaningTable.Find(id)!.High))
                .Append(FeatureMeaningTableTests.Value(FeatureIds.Tempo, 120, 0.9))),
            new ExtendedMeasures
            {
                Loudness = new LoudnessMeasures(-16, -14, -12, 12 * place, -1, 15),
                TonalBalance = [0.1, 0.3, 0.2, 0.2, 0.1, 0.06, 0.04],
                ClippedSamples = 0,
                DcOffset = 0,
                NonFiniteSamples = 0,
                BeatsSeconds = [],
                OnsetsSeconds = [1, 2, 3],
                Chords = [.. Enumerable.Range(0, chords).Select(at => new ChordSegment(at, at + 1, $"{(char)('A' + Math.Min(at, (int)(place * 10)))}", 0.9))],
                Sections = [.. Enumerable.Range(0, 1 + (int)(place * 4)).Select(at => new SectionSegment(at, at + 1, $"{at}", 0.9))],
            });
    }
}
