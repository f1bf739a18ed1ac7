using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Core.Mixing;
using Message = GrooveGuru.Contracts.V1.ProcessorSettings;

namespace GrooveGuru.Bridge.Tests.Reporting;

public class ProcessorMappingTests
{
    [Fact]
    public void ToMessage_EveryProcessor_HasAMessageWithItsName()
    {
        ProcessorSettings[] all =
        [
            new GainSettings(1),
            new ParametricEqSettings([new EqBand(EqBandKind.Bell, 1000, 3, 1)]),
            new CompressorSettings(-20, 2, 5, 100, 6, 0),
            new ExpanderSettings(-40, 2, 5, 100, 6, 20),
            new SaturatorSettings(6, 50, -2),
            new StereoDelaySettings(300, 400, 30, 100, 8000, PingPong: true, 20),
            new ReverbSettings(1.2, 0.5, 4000, 40, 20, 120, 9000, 100, 30),
            new StereoWidthSettings(120, 100, BalanceDb: -1.5),
            new LimiterSettings(-1, 100, 0),
            new DeclipperSettings(-0.1, 6, -6),
        ];
        Assert.Equal(
            Enum.GetValues<Message.ProcessorOneofCase>().Where(kind => kind != Message.ProcessorOneofCase.None),
            all.Select(settings => ProcessorMapping.ToMessage(settings).ProcessorCase).Order());
        Assert.All(all, settings => Assert.Equal(settings.Name, ProcessorMapping.ToMessage(settings).Name));
        Assert.All(all, settings => Assert.Equal(settings.Display.Count, ProcessorMapping.ToMessage(settings).Displayed.Count));
    }

    [Fact]
    public void ToMessage_Reverb_CarriesEveryValue()
    {
        Contracts.V1.ReverbSettings room =
            ProcessorMapping.ToMessage(new ReverbSettings(1.2, 0.5, 4000, 40, 20, 120, 9000, 90, 30)).Reverb;
        Assert.Equal(
            [1.2, 0.5, 4000, 40, 20, 120, 9000, 90, 30],
            [
                room.DecaySeconds, room.HighDecayRatio, room.CrossoverHz, room.SizePercent, room.PreDelayMs, room.LowCutHz,
                room.HighCutHz, room.WidthPercent, room.MixPercent,
            ]);
    }

    [Fact]
    public void ToMessage_DelayAndDynamics_CarryEveryValue()
    {
        Contracts.V1.StereoDelaySettings delay =
            ProcessorMapping.ToMessage(new StereoDelaySettings(300, 400, 30, 100, 8000, PingPong: true, 20)).StereoDelay;
        Assert.Equal(
            [300, 400, 30, 100, 8000, 20],
            [delay.LeftMs, delay.RightMs, delay.FeedbackPercent, delay.LowCutHz, delay.HighCutHz, delay.MixPercent]);
        Assert.True(delay.PingPong);
        Contracts.V1.ExpanderSettings expander =
            ProcessorMapping.ToMessage(new ExpanderSettings(-40, 2, 5, 100, 6, 20)).Expander;
        Assert.Equal(
            [-40.0, 2, 5, 100, 6, 20],
            [expander.ThresholdDb, expander.Ratio, expander.AttackMs, expander.ReleaseMs, expander.KneeDb, expander.RangeDb]);
        Assert.Equal(Contracts.V1.LevelDetection.Rms, expander.Detection);
        Contracts.V1.SaturatorSettings saturator =
            ProcessorMapping.ToMessage(new SaturatorSettings(6, 50, -2, SaturationCurve.SoftClip)).Saturator;
        Assert.Equal([6.0, 50, -2], [saturator.DriveDb, saturator.MixPercent, saturator.OutputDb]);
        Assert.Equal(Contracts.V1.SaturationCurve.SoftClip, saturator.Curve);
    }

    [Fact]
    public void ToMessage_Declipper_CarriesEveryValue()
    {
        Contracts.V1.DeclipperSettings declipper = ProcessorMapping.ToMessage(new DeclipperSettings(-0.1, 6, -5)).Declipper;
        Assert.Equal([-0.1, 6, -5], [declipper.ThresholdDbfs, declipper.MaxRiseDb, declipper.OutputDb]);
    }
}
