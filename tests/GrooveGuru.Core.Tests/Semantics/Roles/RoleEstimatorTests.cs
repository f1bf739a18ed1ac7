using GrooveGuru.Core.Audio;
using GrooveGuru.Core.DemoSong;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Semantics.Roles;

namespace GrooveGuru.Core.Tests.Semantics.Roles;

public class RoleEstimatorTests
{
    private const int SampleRateHz = 44100;

    public static TheoryData<string> Sounds => SoundsWithoutMusic.Names;

    [Theory]
    [MemberData(nameof(Sounds))]
    public void Estimate_SoundWithoutMusic_HasNoRole(string sound)
    {
        RoleEstimate estimate = RoleEstimator.Estimate(SoundsWithoutMusic.Analysed(sound), "Audio 1");
        Assert.Equal(TrackRole.Unknown, estimate.Role);
        Assert.EndsWith(".", estimate.DecidedBy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DemoSongParts.Drums, TrackRole.Drums)]
    [InlineData(DemoSongParts.Bass, TrackRole.Bass)]
    public void Estimate_StemWithoutAName_IsToldByItsSound(string stem, TrackRole role)
    {
        RoleEstimate estimate = RoleEstimator.Estimate(Stem(stem, 0, 20), null);
        Assert.Equal(role, estimate.Role);
        Assert.True(estimate.SoundAgrees);
        Assert.Null(estimate.NameWord);
    }

    [Theory]
    [InlineData(-24)]
    [InlineData(-12)]
    [InlineData(6)]
    public void Estimate_SameSoundAtAnotherLevel_IsTheSame(double gainDb)
    {
        foreach (string stem in DemoSongParts.All)
        {
            RoleEstimate before = RoleEstimator.Estimate(Stem(stem, 0, 10), null), after = RoleEstimator.Estimate(Stem(stem, gainDb, 10), null);
            Assert.Equal(before.Alternatives[0].Role, after.Alternatives[0].Role);
            Assert.Equal(before.Confidence, after.Confidence, 0.05);
        }
    }

    [Theory]
    [InlineData(DemoSongParts.Drums, TrackRole.Drums)]
    [InlineData(DemoSongParts.Bass, TrackRole.Bass)]
    public void Estimate_ThreeSeconds_AreEnough(string stem, TrackRole role) =>
        Assert.Equal(role, RoleEstimator.Estimate(Stem(stem, 0, 3), null).Alternatives[0].Role);

    [Fact]
    public void Estimate_NameAgainstTheSound_DecidesAndSaysSo()
    {
        RoleEstimate estimate = RoleEstimator.Estimate(Stem(DemoSongParts.Bass, 0, 10), "Snare top");
        RoleEstimate agreeing = RoleEstimator.Estimate(Stem(DemoSongParts.Bass, 0, 10), "Bass DI");
        Assert.Equal(TrackRole.Drums, estimate.Role);
        Assert.False(estimate.SoundAgrees);
        Assert.Equal("snare", estimate.NameWord);
        Assert.Contains("The name says \"snare\"", estimate.DecidedBy, StringComparison.Ordinal);
        Assert.True(agreeing.Confidence > estimate.Confidence);
    }

    [Fact]
    public void Estimate_Silence_HasNoRoleWhateverTheName()
    {
        RoleEstimate estimate = RoleEstimator.Estimate(Analysed(new float[5 * SampleRateHz]), "Kick");
        Assert.Equal(TrackRole.Unknown, estimate.Role);
        Assert.Equal(0, estimate.Confidence);
        Assert.Empty(estimate.Alternatives);
    }

    [Theory]
    [InlineData("Kick", TrackRole.Drums)]
    [InlineData("LdVox", TrackRole.Vocal)]
    [InlineData("Pno", TrackRole.Keys)]
    public void Estimate_ClearName_Decides(string name, TrackRole role) =>
        Assert.Equal(role, RoleEstimator.Estimate(Analysed(Signals.Sine(220, 0.3, 4, SampleRateHz)), name).Role);

    [Fact]
    public void Estimate_AnySound_RanksEveryRole()
    {
        RoleEstimate estimate = RoleEstimator.Estimate(Analysed(Signals.Noise(0.2, 4, SampleRateHz, 5)), "Kick");
        Assert.Equal(Enum.GetValues<TrackRole>().Length - 1, estimate.Alternatives.Count);
        Assert.InRange(estimate.Alternatives.Sum(role => role.Probability), 0.5, 1 + 1e-9);
        Assert.Equal(estimate.Alternatives.Select(role => role.Probability).OrderDescending(), estimate.Alternatives.Select(role => role.Probability));
        Assert.Equal(estimate.Confidence, estimate.Alternatives[0].Probability);
    }

    // From the eighth second, where every part plays.
    private static TrackAnalysis Stem(string name, double gainDb, int seconds)
    {
        AudioBuffer stem = DemoSongRenderer.Render().Stems[name];
        float gain = (float)Signals.FromDb(gainDb);
        return TrackAnalyzer.Analyze(new AudioBuffer(
            [.. stem.Channels.Select(channel => Array.ConvertAll(channel[(8 * stem.SampleRateHz)..((8 + seconds) * stem.SampleRateHz)], sample => gain * sample))],
            stem.SampleRateHz));
    }

    private static TrackAnalysis Analysed(params float[][] channels)
    {
        var analyzer = new TrackAnalyzer(SampleRateHz, channels.Length);
        analyzer.Push(channels, 0, channels[0].Length);
        return analyzer.Finish();
    }
}
