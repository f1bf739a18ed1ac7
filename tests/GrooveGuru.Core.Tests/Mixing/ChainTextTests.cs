using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Tests.Mixing;

public class ChainTextTests
{
    [Fact]
    public void Write_EveryProcessor_IsAnInstructionAndNotAName()
    {
        foreach (ProcessorSettings settings in AllProcessors.Settings)
        {
            Assert.NotEqual(settings.Name, ChainText.Write([settings]), StringComparer.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Write_Rooms_NamesTimesAndShares() => Assert.Equal(
        "Expand 1:2.0 below -40 dB, by 12 dB at most (attack 5 ms, release 120 ms), then saturate with 6.0 dB of drive (mix 50 %, "
        + "output -2.0 dB), then add a ping-pong delay of 375 ms left and 250 ms right (feedback 30 %, mix 15 %), then add a room of "
        + "1.2 s (pre-delay 20 ms, mix 10 %)",
        ChainText.Write(
        [
            new ExpanderSettings(-40, 2, 5, 120, 6, 12),
            new SaturatorSettings(6, 50, -2),
            new StereoDelaySettings(375, 250, 30, 200, 8000, PingPong: true, 15),
            new ReverbSettings(1.2, 0.5, 4000, 40, 20, 120, 9000, 100, 10),
        ]));
}
