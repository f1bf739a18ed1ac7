using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Mixing;
using GrooveGuru.Core.Reports;
using GrooveGuru.Core.Tests.Advice;

namespace GrooveGuru.Core.Tests.Reports;

public class ListeningPairTests
{
    [Theory]
    [InlineData(0, 12)]
    [InlineData(0, -12)]
    [InlineData(8, 9)]
    public void Match_AnyChange_IsEquallyLoudAndUnderTheCeiling(double inputGainDb, double shelfDb)
    {
        AudioBuffer before = Faults.Gain(HealthyMix.Copy(), inputGainDb);
        AudioBuffer after = ChainRenderer.Render(before, [new ParametricEqSettings([new EqBand(EqBandKind.LowShelf, 150, shelfDb, 0.71)])]);
        ListeningPair pair = ListeningPair.Match(before, after);
        (double Lufs, double PeakDbtp) was = Measure(pair.Before), became = Measure(pair.After);
        Assert.Equal(was.Lufs, became.Lufs, 0.1);
        Assert.True(Math.Max(was.PeakDbtp, became.PeakDbtp) <= ListeningPair.CeilingDbtp + 0.01);
        Assert.InRange(pair.DifferenceLu!.Value, -0.1, 0.1);
    }

    [Fact]
    public void Match_UnderTheCeiling_LeavesBeforeAsItIs()
    {
        AudioBuffer before = Faults.Gain(HealthyMix.Copy(), -12);
        Assert.Same(before, ListeningPair.Match(before, Faults.Gain(before, 3)).Before);
    }

    [Fact]
    public void Match_Silence_HasNothingToCompare()
    {
        var silence = new AudioBuffer(2, 44100, 44100);
        Assert.Null(ListeningPair.Match(silence, silence).DifferenceLu);
    }

    private static (double Lufs, double PeakDbtp) Measure(AudioBuffer audio)
    {
        TrackAnalysis analysis = TrackAnalyzer.Analyze(audio, AnalysisScope.Loudness);
        return (analysis.Extended.Loudness.IntegratedLufs!.Value, analysis.Extended.Loudness.TruePeakDbtp!.Value);
    }
}
