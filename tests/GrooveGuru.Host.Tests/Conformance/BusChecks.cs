using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>Buses and their arrangements.</summary>
internal static unsafe class BusChecks
{
    public static void Buses_AreThereAndNamed(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        ComponentVtable* component = Faces.Component(plugin);
        for (int direction = BusDirection.Input; direction <= BusDirection.Output; direction++)
        {
            int count = component->GetBusCount(plugin.Component, MediaType.Audio, direction);
            verdict.Demand(count > 0, "there is no audio bus");
            for (int index = 0; index < count; index++)
            {
                BusInfo info = default;
                ulong arrangement = 0;
                verdict.Demand(
                    component->GetBusInfo(plugin.Component, MediaType.Audio, direction, index, &info) == Result.Ok, "a bus has no info");
                verdict.Demand(FixedText.Read(info.Name, 128).Length > 0, "a bus has no name");
                verdict.Demand(info.MediaType == MediaType.Audio && info.Direction == direction, "a bus tells another kind");
                verdict.Demand(
                    Faces.Processor(plugin)->GetBusArrangement(plugin.Processor, direction, index, &arrangement) == Result.Ok
                        && SpeakerArrangement.ChannelCount(arrangement) == info.ChannelCount,
                    $"a bus of {info.ChannelCount} channels has the arrangement {arrangement:X}");
                verdict.Demand(component->ActivateBus(plugin.Component, MediaType.Audio, direction, index, 1) == Result.Ok, "a bus stays off");
                verdict.Demand(component->ActivateBus(plugin.Component, MediaType.Audio, direction, index, 0) == Result.Ok, "a bus stays on");
            }
        }
    }

    public static void Bus_OutOfRange_IsRefused(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        ComponentVtable* component = Faces.Component(plugin);
        BusInfo info = default;
        ulong arrangement = 0;
        foreach ((int media, int direction, int index) in new[]
        {
            (0, 0, 1), (0, 1, 1), (0, 0, -1), (0, 0, int.MaxValue), (0, 2, 0), (0, -1, 0), (1, 0, 0), (2, 0, 0), (-1, 0, 0),
        })
        {
            string bus = $"bus {index} of kind {media}, direction {direction}";
            verdict.Demand(component->GetBusInfo(plugin.Component, media, direction, index, &info) != Result.Ok, $"{bus} has an info");
            verdict.Demand(component->ActivateBus(plugin.Component, media, direction, index, 1) != Result.Ok, $"{bus} can be switched on");
            verdict.Demand(
                media != 0 || Faces.Processor(plugin)->GetBusArrangement(plugin.Processor, direction, index, &arrangement) != Result.Ok,
                $"{bus} has an arrangement");
        }

        verdict.Demand(component->GetBusInfo(plugin.Component, 0, 0, 0, null) != Result.Ok, "getBusInfo takes null");
        verdict.Demand(Faces.Processor(plugin)->GetBusArrangement(plugin.Processor, 0, 0, null) != Result.Ok, "getBusArrangement takes null");
        verdict.Demand(component->GetBusCount(plugin.Component, 1, 0) == 0, "there is an event bus");
    }

    public static void Arrangements_TakenOrNot_AreWhatTheBusesTell(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        AudioProcessorVtable* processor = Faces.Processor(plugin);
        ulong[] inputs = [SpeakerArrangement.Mono, SpeakerArrangement.Stereo, 1, 7, 0x33, 0x3F, 0x63F, 0xFFFF, 0];
        foreach (ulong each in inputs)
        {
            foreach (ulong other in new[] { each, SpeakerArrangement.Stereo })
            {
                ulong input = each, output = other;
                int code = processor->SetBusArrangements(plugin.Processor, &input, 1, &output, 1);
                DemandConsistent(plugin, verdict);
                if (code == Result.Ok)
                {
                    ulong now = 0;
                    processor->GetBusArrangement(plugin.Processor, BusDirection.Input, 0, &now);
                    verdict.Demand(now == input, $"{input:X} was agreed on and {now:X} is told");
                    PlayNoise(plugin, SpeakerArrangement.ChannelCount(input), verdict);
                }
            }
        }

        verdict.Demand(processor->SetBusArrangements(plugin.Processor, null, 1, null, 1) != Result.Ok, "null arrangements are taken");
        verdict.Demand(processor->SetBusArrangements(plugin.Processor, null, 0, null, 0) != Result.Ok, "no buses are taken");
        verdict.Demand(plugin.TrySetChannels(2), "the default layout cannot be restored");
        DemandConsistent(plugin, verdict);
    }

    public static void Channels_NeverAgreedOn_AreMet(Vst3Module module, Verdict verdict)
    {
        // Some hosts ignore the answer of setBusArrangements.
        using Vst3Plugin plugin = module.Create();
        foreach (int channels in new[] { 1, 2, 3, 6, 8, 16, 64 })
        {
            PlayNoise(plugin, channels, verdict);
        }
    }

    private static void DemandConsistent(Vst3Plugin plugin, Verdict verdict)
    {
        for (int direction = BusDirection.Input; direction <= BusDirection.Output; direction++)
        {
            BusInfo info = default;
            ulong arrangement = 0;
            Faces.Component(plugin)->GetBusInfo(plugin.Component, MediaType.Audio, direction, 0, &info);
            Faces.Processor(plugin)->GetBusArrangement(plugin.Processor, direction, 0, &arrangement);
            verdict.Demand(
                SpeakerArrangement.ChannelCount(arrangement) == info.ChannelCount,
                $"a bus tells {info.ChannelCount} channels, its arrangement is {arrangement:X}");
        }
    }

    private static void PlayNoise(Vst3Plugin plugin, int channels, Verdict verdict)
    {
        using RawBlock block = new(channels, 128);
        block.FillWithNoise(new Random(channels));
        plugin.Start(48_000, 128);
        verdict.Demand(block.Process(plugin, 128, out bool isIntact) == Result.Ok && isIntact, $"process fails with {channels} channels");
        for (int channel = 0; channel < channels; channel++)
        {
            verdict.Demand(block.Input(channel).SequenceEqual(block.Output(channel)), $"channel {channel} of {channels} does not pass");
        }

        plugin.Stop();
    }
}
