using GrooveGuru.Core.Advice.Evaluation;
using GrooveGuru.Core.Advice.Faults;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Advice.Evaluation;

public class FaultAudibilityTests
{
    [Fact]
    public void IsFault_ShelfAboveAllThatSounds_IsNone()
    {
        AudioBuffer low = ChainRenderer.Render(
            CleanTracks.WideNoise(5),
            [.. Enumerable.Range(0, 4).Select(_ => new ParametricEqSettings([new EqBand(EqBandKind.LowPass, 200, 0, 0.71)]))]);

        Assert.False(IsFault(CleanTrack.Stage("low", low)!, "dull_top/strong"));
        Assert.True(IsFault(CleanTrack.Stage("low", low)!, "sub_rumble/strong"));
        Assert.True(IsFault(CleanTracks.Noise, "dull_top/weak"));
    }

    [Fact]
    public void IsFault_SteadyNoiseThroughACompressor_IsNone() => Assert.False(IsFault(
        CleanTracks.Noise,
        FaultKind.OverCompression,
        ChainRenderer.Render(CleanTracks.Noise.Audio, [new CompressorSettings(-50, 4, 300, 3000, 6, 0)])));

    [Fact]
    public void IsFault_CompressorThatLetsAttacksThrough_IsNone()
    {
        CleanTrack strokes = CleanTrack.Stage("strokes", CleanTracks.Strokes(120, 6, 0.1))!;
        AudioBuffer slow = ChainRenderer.Render(strokes.Audio, [new CompressorSettings(-30, 8, 30, 200, 6, 0)]);

        Assert.True(FaultDistance.Measure(FaultKind.OverCompression, strokes.Audio, slow) > FaultAudibility.LeastDistance(FaultKind.OverCompression));
        Assert.False(IsFault(strokes, FaultKind.OverCompression, slow));
        Assert.True(IsFault(strokes, "over_compression/strong"));
    }

    [Fact]
    public void IsFault_PolarityThatWasWrongBefore_IsNone()
    {
        Assert.True(IsFault(CleanTracks.Noise, "flipped_polarity/strong"));
        Assert.False(IsFault(CleanTrack.Stage("turned", Faults.InvertRight(CleanTracks.WideNoise(3)))!, "flipped_polarity/strong"));
    }

    [Fact]
    public void IsFault_ThatCannotBeMeasured_IsNone() => Assert.False(
        FaultAudibility.IsFault(new FaultDistance(CleanTracks.Noise.Audio), CleanTracks.Noise.Audio, FaultKind.DullTop, null));

    private static bool IsFault(CleanTrack track, string id)
    {
        FaultCase fault = CleanTracks.Case(id);
        return IsFault(track, fault.Kind, FaultInjector.Inject(track, fault)!.Audio);
    }

    private static bool IsFault(CleanTrack track, FaultKind kind, AudioBuffer faulty)
    {
        FaultDistance fromClean = new(track.Audio);
        return FaultAudibility.IsFault(fromClean, faulty, kind, fromClean.To(faulty, kind));
    }
}
