using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Mixing;

public class ChainRendererTests
{
    [Fact]
    public void Render_Limiter_KeepsTimeAndLength()
    {
        var audio = new AudioBuffer(2, 6000, 48000);
        audio.Channel(0)[1234] = 0.5f;
        audio.Channel(0)[5999] = 0.25f;
        AudioBuffer after = ChainRenderer.Render(audio, [new LimiterSettings(-1, 100, 0), new LimiterSettings(-1, 100, 0)]);
        Assert.Equal(6000, after.FrameCount);
        Assert.Equal(0.5f, after.Channel(0)[1234]);
        Assert.Equal(0.25f, after.Channel(0)[5999]);
    }

    [Fact]
    public void Render_EmptyChain_GivesACopy()
    {
        AudioBuffer noise = StereoSignals.Noise(1, 0.1);
        AudioBuffer after = ChainRenderer.Render(noise, []);
        Assert.Equal(noise.Channels[0], after.Channels[0]);
        Assert.NotSame(noise.Channels[0], after.Channels[0]);
    }

    [Fact]
    public void Render_NonFiniteSamples_AreSilence()
    {
        var audio = new AudioBuffer([[0.5f, float.NaN, float.PositiveInfinity, 0.5f]], 48000);
        foreach (ProcessorSettings settings in AllProcessors.Settings)
        {
            Assert.All(ChainRenderer.Render(audio, [settings]).Channels[0], sample => Assert.True(float.IsFinite(sample)));
        }

        Assert.Equal([0.5f, 0, 0, 0.5f], ChainRenderer.Render(audio, []).Channels[0]);
    }

    [Fact]
    public void Render_NoFrames_GivesNoFrames() =>
        Assert.Equal(0, ChainRenderer.Render(new AudioBuffer(2, 0, 48000), AllProcessors.Settings).FrameCount);

    [Fact]
    public void Render_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => ChainRenderer.Render(StereoSignals.Noise(1, 0.1), [], source.Token));
    }
}
