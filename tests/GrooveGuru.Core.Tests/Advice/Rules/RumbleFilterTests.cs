using GrooveGuru.Core.Advice;
using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Rules;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Advice.Rules;

public class RumbleFilterTests
{
    private const int RateHz = 22050;

    [Theory]
    [InlineData(70, 0.8)] // a kick or a bass: the filter stays under it, and leaves what may belong to it
    [InlineData(220, 0.25)] // a voice: it may go higher
    public void Choose_NotesOverRumble_BringsTheSpectrumBackToThatOfTheNotes(double noteHz, double mostLeft)
    {
        AudioBuffer notes = Notes(noteHz), noisy = Rumble.Add(notes, overTrackDb: -12, seed: 5);
        RumbleFilter filter = Choose(noisy)!;
        Assert.InRange(filter.CornerHz, 25, noteHz * 0.9);
        AudioBuffer after = ChainRenderer.Render(noisy, [new ParametricEqSettings([.. filter.Bands(filter.CornerHz)])]);
        var distance = new FaultDistance(notes);
        Assert.True(distance.To(after, Core.Advice.Faults.FaultKind.SubRumble) < distance.To(noisy, Core.Advice.Faults.FaultKind.SubRumble) * mostLeft);
    }

    [Fact]
    public void Choose_SubCut_IsWhatTheFilterTakesAway()
    {
        AudioBuffer noisy = Rumble.Add(Notes(220), overTrackDb: -12, seed: 5);
        RumbleFilter filter = Choose(noisy)!;
        AudioBuffer after = ChainRenderer.Render(noisy, [new ParametricEqSettings([.. filter.Bands(filter.CornerHz)])]);
        double SubDb(AudioBuffer audio) => 10 * Math.Log10(ThirdOctaveSpectrum.Measure(audio).Power(22, 45));
        Assert.Equal(filter.SubCutDb, SubDb(noisy) - SubDb(after), 5.0); // in third octaves, of a filter that falls within them
    }

    [Fact]
    public void Choose_NothingThatNeverRests_StaysAsLowAsCanBe()
    {
        RumbleFilter filter = RumbleFilter.Choose(ThirdOctaveSpectrum.Measure(Notes(70)), new SteadyLows(0, 0, 0))!;
        Assert.Equal(22, filter.CornerHz);
        Assert.InRange(filter.SubCutDb, 0, 3);
    }

    [Fact]
    public void Choose_Silence_IsNull() => Assert.Null(Choose(new AudioBuffer(1, 3 * RateHz, RateHz)));

    private static RumbleFilter? Choose(AudioBuffer audio) =>
        RumbleFilter.Choose(ThirdOctaveSpectrum.Measure(audio), SteadyLows.Measure(audio, CancellationToken.None));

    // Notes with overtones that swell and fade within 0.4 s, every half second.
    private static AudioBuffer Notes(double hz) => Signals.Mono(
    [
        .. Enumerable.Range(0, 8 * RateHz).Select(at =>
        {
            double seconds = at % (RateHz / 2) / (double)RateHz;
            double tone = Enumerable.Range(1, 8).Sum(partial => Math.Sin(2 * Math.PI * hz * partial * seconds) / partial);
            return (float)(seconds < 0.4 ? 0.3 * Math.Pow(Math.Sin(Math.PI * seconds / 0.4), 2) * tone : 0);
        }),
    ],
    RateHz);
}
