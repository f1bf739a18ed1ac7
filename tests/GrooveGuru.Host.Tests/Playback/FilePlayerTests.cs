using System.Diagnostics;
using GrooveGuru.Core.Audio;
using GrooveGuru.Host.Playback;

namespace GrooveGuru.Host.Tests.Playback;

public class FilePlayerTests
{
    [BundleTheory]
    [InlineData(64)]
    [InlineData(1000)]
    public void Audio_PlayedToItsEnd_ComesOutUnchanged(int blockFrames)
    {
        AudioBuffer audio = new(2, 44_101, 44_100);
        Random random = new(5);
        for (int channel = 0; channel < 2; channel++)
        {
            foreach (ref float sample in audio.Channel(channel))
            {
                sample = (float)((random.NextDouble() * 2) - 1);
            }
        }

        using Vst3Module module = Vst3Module.Load(BuiltFiles.Bundle);
        using Vst3Plugin plugin = module.Create();
        Assert.True(plugin.TrySetChannels(2));
        plugin.Start(44_100, blockFrames);
        FilePlayer player = new(plugin, audio, new PlaybackOptions { BlockFrames = blockFrames, Speed = 0 });
        double last = 0;
        int idleBlocks = 0;

        player.Play(seconds => last = seconds);
        player.Idle(() => ++idleBlocks > 3);

        Assert.Equal(0, player.DifferingFrames);
        Assert.Equal(44_101 / 44_100.0, last, precision: 9);
    }

    [BundleFact]
    public void Audio_WhoseHostStallsOnce_IsNotMadeUpForInABurst()
    {
        const double AudioSeconds = 1, Speed = 2, StallSeconds = 0.5;
        AudioBuffer audio = new(2, (int)(44_100 * AudioSeconds), 44_100);
        using Vst3Module module = Vst3Module.Load(BuiltFiles.Bundle);
        using Vst3Plugin plugin = module.Create();
        Assert.True(plugin.TrySetChannels(2));
        plugin.Start(44_100, 64);
        FilePlayer player = new(plugin, audio, new PlaybackOptions { BlockFrames = 64, Speed = Speed });
        bool stalled = false;
        Stopwatch played = Stopwatch.StartNew();

        player.Play(_ =>
        {
            if (!stalled)
            {
                stalled = true;
                Thread.Sleep(TimeSpan.FromSeconds(StallSeconds));
            }
        });

        Assert.InRange(played.Elapsed.TotalSeconds, (AudioSeconds / Speed) + (StallSeconds * 0.8), double.PositiveInfinity);
    }
}
