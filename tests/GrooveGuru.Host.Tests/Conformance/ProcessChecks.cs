using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>The audio path, as odd as hosts are.</summary>
internal static unsafe class ProcessChecks
{
    private static readonly double[] Rates =
        [22_050, 32_000, 44_100, 48_000, 88_200, 96_000, 192_000, 384_000, 1234.5678, 12_345.678, 123_456.78, 1_234_567.8];

    public static void Flush_WithoutSamplesOrBuses_IsTaken(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        plugin.Start(48_000, 512);
        AudioBusBuffers empty = default;
        void** nulls = stackalloc void*[2] { null, null };
        AudioBusBuffers nullChannels = new() { ChannelCount = 2, Channels = nulls };
        ProcessData none = default;
        ProcessData noChannels = new() { InputCount = 1, OutputCount = 1, Inputs = &empty, Outputs = &empty };
        ProcessData withFrames = new() { SampleCount = 64, InputCount = 1, OutputCount = 1, Inputs = &empty, Outputs = &empty };
        ProcessData noPointers = new() { SampleCount = 64, InputCount = 1, OutputCount = 1, Inputs = &nullChannels, Outputs = &nullChannels };
        ProcessData noBuses = new() { SampleCount = 64, InputCount = 1, OutputCount = 1 };
        verdict.Demand(plugin.ProcessRaw(&none) == Result.Ok, "a block of nothing fails");
        verdict.Demand(plugin.ProcessRaw(&noChannels) == Result.Ok, "buses without channels fail");
        verdict.Demand(plugin.ProcessRaw(&withFrames) == Result.Ok, "frames without channels fail");
        verdict.Demand(plugin.ProcessRaw(&noPointers) == Result.Ok, "channels without memory fail");
        verdict.Demand(plugin.ProcessRaw(&noBuses) == Result.Ok, "null buses fail");
        verdict.Demand(Faces.Processor(plugin)->Process(plugin.Processor, null) != Result.Ok, "process takes null");
        HostParameter bypass = plugin.Parameters.First(parameter => parameter.IsBypass);
        plugin.QueueParameter(bypass.Id, 1);
        verdict.Demand(plugin.ProcessRaw(&none) == Result.Ok && plugin.GetParameter(bypass.Id) == 1, "a flush does not take parameters");
        plugin.Stop();
    }

    public static void Silence_IsToldAsItIs(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawBlock block = new(2, 256);
        plugin.Start(48_000, 256);
        foreach (ulong flags in new[] { 0UL, 1UL, 2UL, 3UL })
        {
            block.FillWithNoise(new Random(4));
            for (int channel = 0; channel < 2; channel++)
            {
                if ((flags >> channel & 1) != 0)
                {
                    block.Input(channel).Clear();
                }
            }

            block.InputSilence = flags;
            verdict.Demand(block.Process(plugin, 256, out _) == Result.Ok, $"silence flags {flags} fail");
            for (int channel = 0; channel < 2; channel++)
            {
                bool isSilent = !block.Output(channel).ContainsAnyExcept(0);
                bool isTold = (block.OutputSilence >> channel & 1) != 0;
                verdict.Demand(!isTold || isSilent, $"channel {channel} sounds and is told as silent (input flags {flags})");
                verdict.Demand(isTold || (flags >> channel & 1) == 0, $"channel {channel} is silent and is not told so (input flags {flags})");
            }
        }

        foreach (ulong flags in new[] { ulong.MaxValue, 1UL << 63, 0xFFFFFFFC })
        {
            block.InputSilence = flags;
            verdict.Demand(block.Process(plugin, 256, out _) == Result.Ok, $"silence flags {flags:X} fail");
        }

        plugin.Stop();
    }

    public static void BlockSizes_ThatVary_Pass(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        const int Largest = 4096;
        using RawBlock block = new(2, Largest);
        plugin.Start(48_000, Largest);
        Random random = new(5);
        int[] sizes = [1, 2, 3, 7, 16, 31, 64, 127, 480, 512, 1023, Largest, .. Enumerable.Range(0, 200).Select(_ => random.Next(Largest + 1))];
        foreach (int frames in sizes)
        {
            block.FillWithNoise(random);
            DemandGood(block, plugin, frames, verdict, $"with {frames} frames");
        }

        plugin.Stop();
    }

    public static void Rates_OrdinaryAndOdd_Pass(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawBlock block = new(2, 512);
        foreach (double rate in Rates)
        {
            plugin.Start(rate, 512);
            block.FillWithNoise(new Random(6));
            for (int round = 0; round < 20; round++)
            {
                DemandGood(block, plugin, 512, verdict, $"at {rate} Hz");
            }

            plugin.Stop();
        }

        foreach (double rate in new[] { 0, -48_000, double.NaN, double.PositiveInfinity })
        {
            ProcessSetup setup = new() { SampleRate = rate, MaxSamplesPerBlock = 64 };
            verdict.Demand(Faces.Processor(plugin)->SetupProcessing(plugin.Processor, &setup) != Result.Ok, $"a rate of {rate} is taken");
        }

        verdict.Demand(Faces.Processor(plugin)->SetupProcessing(plugin.Processor, null) != Result.Ok, "setupProcessing takes null");
        verdict.Demand(Faces.Processor(plugin)->CanProcessSampleSize(plugin.Processor, SampleSize.Float32) == Result.Ok, "no 32-bit samples");
    }

    public static void RateAndBlockSize_ChangedMidStream_Pass(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        Random random = new(7);
        for (int round = 0; round < 60; round++)
        {
            int largest = 1 << random.Next(4, 13);
            using RawBlock block = new(1 + (round % 2), largest);
            plugin.TrySetChannels(1 + (round % 2));
            plugin.Start(Rates[random.Next(Rates.Length)], largest, isOffline: round % 3 == 0);
            for (int call = 0; call < 5; call++)
            {
                block.FillWithNoise(random);
                DemandGood(block, plugin, random.Next(largest + 1), verdict, $"in round {round}");
            }

            plugin.Stop();
        }
    }

    public static void Buffers_InPlace_Pass(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawBlock block = new(2, 256) { IsInPlace = true };
        plugin.Start(48_000, 256);
        block.FillWithNoise(new Random(8));
        float[] left = block.Input(0).ToArray(), right = block.Input(1).ToArray();
        verdict.Demand(block.Process(plugin, 256, out _) == Result.Ok, "processing in place fails");
        verdict.Demand(block.Output(0).SequenceEqual(left) && block.Output(1).SequenceEqual(right), "processing in place changes the sound");
        plugin.Stop();
    }

    public static void Thread_OtherThanBefore_Passes(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawBlock block = new(2, 256);
        plugin.Start(48_000, 256);
        block.FillWithNoise(new Random(10));
        DemandGood(block, plugin, 256, verdict, "on the thread that made it"); // a thread that has ended may leave its name to the next
        for (int round = 0; round < 4; round++)
        {
            block.FillWithNoise(new Random(round));
            Thread thread = new(() => DemandGood(block, plugin, 256, verdict, "on another thread"));
            thread.Start();
            thread.Join();
        }

        plugin.Stop();
    }

    public static void Output_OfOrdinaryInput_IsOrdinary(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawBlock block = new(2, 512);
        plugin.Start(44_100, 512);
        Random random = new(9);
        for (int round = 0; round < 200; round++)
        {
            block.FillWithNoise(random);
            if (round % 4 == 0)
            {
                block.Input(0).Clear();
            }

            plugin.QueueParameter(0, round / 10 % 2);
            DemandGood(block, plugin, 512, verdict, "for ordinary input");
        }

        plugin.Stop();
    }

    public static void LatencyAndTail_StayWhatTheyAre(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        int latency = plugin.LatencySamples;
        uint tail = Faces.Processor(plugin)->GetTailSamples(plugin.Processor);
        foreach (double rate in new[] { 44_100, 96_000.0 })
        {
            plugin.Start(rate, 512);
            verdict.Demand(plugin.LatencySamples == latency, $"the latency changes from {latency}");
            verdict.Demand(Faces.Processor(plugin)->GetTailSamples(plugin.Processor) == tail, "the tail changes");
            plugin.Stop();
        }

        verdict.Demand(latency >= 0 && latency < 96_000, $"a latency of {latency} samples");
    }

    private static void DemandGood(RawBlock block, Vst3Plugin plugin, int frames, Verdict verdict, string when)
    {
        int code = block.Process(plugin, frames, out bool isIntact);
        verdict.Demand(code == Result.Ok, $"process gives {code} {when}");
        verdict.Demand(isIntact, $"process writes behind the block {when}");
        for (int channel = 0; channel < block.Channels; channel++)
        {
            bool isOrdinary = true;
            foreach (float sample in block.Output(channel)[..frames])
            {
                isOrdinary &= sample == 0 || float.IsNormal(sample);
            }

            verdict.Demand(isOrdinary, $"NaN, infinity or a subnormal number comes out {when}");
        }
    }
}
