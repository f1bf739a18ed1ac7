using GrooveGuru.Bridge.Jobs;
using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Midi;

namespace GrooveGuru.Bridge.Tests.Jobs;

public class BarOneTests
{
    [Theory]
    [InlineData(0.431, "Bar 1 begins at 0.43 s of the recording.")]
    [InlineData(-0.12, "Bar 1 begins 0.12 s before the recording.")]
    [InlineData(0.002, "Bar 1 begins with the recording.")]
    public void Place_KnownTempo_IsTold(double startSeconds, string sentence) =>
        Assert.Equal(sentence, BarOne.Place(Song(startSeconds), TempoMap.Steady(120, 0, Meter.Common)));

    [Theory]
    [InlineData(0, null)]
    [InlineData(60, "Bar 1 begins at 60.00 s of the recording.")]
    public void Place_UnknownTempo_IsToldWhereItIsNotTheBeginning(double startSeconds, string? sentence) =>
        Assert.Equal(sentence, BarOne.Place(Song(startSeconds), TempoMap.Unknown));

    private static ArrangedSong Song(double startSeconds) => new(new MidiSong(), startSeconds, []);
}
