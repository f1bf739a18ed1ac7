using GrooveGuru.Core.Arrangement;

namespace GrooveGuru.Core.Tests.Arrangement;

public class ToldTempoTests
{
    private const double HeardBpm = 120;

    [Theory]
    [InlineData(120, 3, "3/4")]
    [InlineData(120.5, 5, "5/4")]
    [InlineData(240, 3, "3/4")]
    [InlineData(240, 4, "4/4")]
    [InlineData(240, 2, "4/4")]
    [InlineData(60, 4, "4/4")]
    [InlineData(60, 6, "3/4")]
    [InlineData(60, 3, "3/4")]
    [InlineData(60, 2, "2/4")]
    public void Write_HeardTempoOrTwiceOrHalf_KeepsBarLinesOnHeardOnes(double bpm, int heardBeatsPerBar, string written)
    {
        HeardBeats heard = Beats(heardBeatsPerBar);
        WrittenTempo tempo = ToldTempo.Write(heard, bpm, null);
        Assert.Equal((written, null), ($"{tempo.Map.Meter}", tempo.Remark));
        double barBeats = tempo.Map.Meter.QuartersPerBar / (Math.Round(bpm / HeardBpm * 2) / 2);
        Assert.True(barBeats % heardBeatsPerBar == 0 || heardBeatsPerBar % barBeats == 0, $"{barBeats} beats");
    }

    [Theory]
    [InlineData(100)]
    [InlineData(180)]
    [InlineData(360)]
    public void Write_AnotherTempo_IsInFourWithARemark(double bpm)
    {
        WrittenTempo tempo = ToldTempo.Write(Beats(3), bpm, null);
        Assert.Equal("4/4", $"{tempo.Map.Meter}");
        Assert.Contains("120 BPM", tempo.Remark, StringComparison.Ordinal);
        Assert.Contains("--meter", tempo.Remark, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(60.0)]
    [InlineData(100.0)]
    public void Write_MeterThatWasTold_IsTaken(double? bpm) =>
        Assert.Equal(new Meter(5, 4), ToldTempo.Write(Beats(3), bpm, new Meter(5)).Map.Meter);

    [Theory]
    [InlineData(2, 180)]
    [InlineData(4, 180)]
    [InlineData(3, 120)]
    public void Write_SixEighthsAlone_CountsBeatsInTwosAsThreeEighths(int heardBeatsPerBar, double bpm)
    {
        WrittenTempo tempo = ToldTempo.Write(Beats(heardBeatsPerBar), null, new Meter(6, 8));
        Assert.Equal(bpm, tempo.Map.Bpm, 0.01);
        Assert.Equal(bpm > HeardBpm, tempo.Remark is not null);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Write_NineEighths_CountsBeatsAsThreeEighthsHoweverTheyWereCounted(int heardBeatsPerBar)
    {
        WrittenTempo tempo = ToldTempo.Write(Beats(heardBeatsPerBar), null, new Meter(9, 8));
        Assert.Equal(1.5 * HeardBpm, tempo.Map.Bpm, 0.01);
        Assert.NotNull(tempo.Remark);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(180)]
    [InlineData(240)]
    public void Write_FittingTempo_LiesOnAllBeats(double bpm)
    {
        HeardBeats heard = Beats(3);
        TempoMap map = ToldTempo.Write(heard, bpm, new Meter(3)).Map;
        Assert.Equal(bpm, map.Bpm, 0.001);
        Assert.All(heard.BeatsSeconds.Select((beat, index) => (beat, index)), pair =>
            Assert.Equal(pair.index * 960 * bpm / HeardBpm, map.TicksAt(pair.beat), 20.0));
    }

    [Theory]
    [InlineData(100, "3/4")]
    [InlineData(123, null)]
    public void Write_TempoThatLeavesTheBeats_BeginsOnTheDownbeatAndSaysSo(double bpm, string? meter)
    {
        HeardBeats heard = Beats(4);
        WrittenTempo tempo = ToldTempo.Write(heard, bpm, meter is null ? null : new Meter(3));
        Assert.Equal(heard.BeatsSeconds[0], tempo.Map.SecondsAt(0), 0.01);
        Assert.Contains("move away", tempo.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_WithoutAPulse_TakesWhatIsTold()
    {
        HeardBeats none = new([], [], 3);
        TempoMap told = ToldTempo.Write(none, 93, null).Map;
        Assert.Equal(93, told.Bpm, 0.001);
        Assert.Equal(("4/4", 0), ($"{told.Meter}", told.SecondsAt(0)));
        WrittenTempo tempo = ToldTempo.Write(none, null, new Meter(6, 8));
        Assert.Equal((false, "6/8", null), (tempo.Map.IsKnown, $"{tempo.Map.Meter}", tempo.Remark));
    }

    private static HeardBeats Beats(int beatsPerBar)
    {
        double[] beats = [.. Enumerable.Range(0, 48).Select(index => 0.4 + (index * 60 / HeardBpm))];
        return new HeardBeats(beats, [.. beats.Where((_, index) => index % beatsPerBar == 0)], beatsPerBar);
    }
}
