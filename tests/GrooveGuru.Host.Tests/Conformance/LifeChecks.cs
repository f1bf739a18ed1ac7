using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>Instances and modules that come and go.</summary>
internal static unsafe class LifeChecks
{
    private static readonly TimeSpan BarrierLimit = TimeSpan.FromSeconds(10);

    public static void Instance_Terminated_BeginsAgain(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        for (int round = 0; round < 5; round++)
        {
            PlayNoise(plugin, verdict);
            plugin.Terminate();
            plugin.Initialize();
        }
    }

    public static void Calls_OutOfOrder_AreTaken(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        ComponentVtable* component = Faces.Component(plugin);
        AudioProcessorVtable* processor = Faces.Processor(plugin);

        // A scanner stops what was never started.
        verdict.Demand(processor->SetProcessing(plugin.Processor, 0) is Result.Ok or 3, "setProcessing(false) first fails");
        verdict.Demand(component->SetActive(plugin.Component, 0) == Result.Ok, "setActive(false) first fails");
        using RawBlock block = new(2, 64);
        block.Process(plugin, 64, out bool isIntact);
        verdict.Demand(isIntact, "process before setActive writes where it may not");
        for (int round = 0; round < 3; round++)
        {
            verdict.Demand(component->SetActive(plugin.Component, 1) == Result.Ok, "setActive(true) twice fails");
        }

        verdict.Demand(block.Process(plugin, 64, out _) == Result.Ok, "process without setProcessing fails");
        for (int round = 0; round < 3; round++)
        {
            verdict.Demand(component->SetActive(plugin.Component, 0) == Result.Ok, "setActive(false) twice fails");
        }

        PlayNoise(plugin, verdict);
    }

    public static void Module_LoadedThreeTimes_WorksEachTime(Vst3Module module, Verdict verdict)
    {
        for (int round = 0; round < 3; round++)
        {
            using Vst3Module again = Vst3Module.Load(module.Bundle);
            using Vst3Plugin plugin = again.Create();
            PlayNoise(plugin, verdict);
        }
    }

    public static void Instances_AHundredAtOnce_AreIndependent(Vst3Module module, Verdict verdict)
    {
        Vst3Plugin[] plugins = [.. Enumerable.Range(0, 100).Select(_ => module.Create())];
        try
        {
            HostParameter bypass = plugins[0].Parameters.First(parameter => parameter.IsBypass);
            for (int index = 0; index < plugins.Length; index += 7)
            {
                plugins[index].SetParameter(bypass.Id, 1);
            }

            foreach (Vst3Plugin plugin in plugins)
            {
                PlayNoise(plugin, verdict);
            }

            for (int index = 0; index < plugins.Length; index++)
            {
                verdict.Demand(
                    plugins[index].GetParameter(bypass.Id) == (index % 7 == 0 ? 1 : 0), $"instance {index} has another's value");
            }
        }
        finally
        {
            foreach (Vst3Plugin plugin in plugins)
            {
                plugin.Dispose();
            }
        }
    }

    public static void Instances_OnSeveralThreads_AreIndependent(Vst3Module module, Verdict verdict)
    {
        using Barrier barrier = new(4);
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(number => new Thread(() => Live(number)))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        void Live(int number)
        {
            try
            {
                for (int round = 0; round < 15; round++)
                {
                    using Vst3Plugin plugin = module.Create();
                    HostParameter bypass = plugin.Parameters.First(parameter => parameter.IsBypass);
                    double value = (number + round) % 2;
                    plugin.SetParameter(bypass.Id, value);
                    barrier.SignalAndWait(BarrierLimit); // all have set theirs before any looks
                    PlayNoise(plugin, verdict);
                    verdict.Demand(plugin.LoadState(plugin.SaveState()), "a state is refused on a thread of its own");
                    verdict.Demand(plugin.GetParameter(bypass.Id) == value, "an instance has the value of another thread's");
                }
            }
            catch (Vst3HostException error)
            {
                verdict.Demand(false, error.Message);
            }
        }
    }

    private static void PlayNoise(Vst3Plugin plugin, Verdict verdict)
    {
        using RawBlock block = new(2, 128);
        plugin.Start(48_000, 128);
        for (int round = 0; round < 10; round++)
        {
            block.FillWithNoise(new Random(round));
            verdict.Demand(block.Process(plugin, 128, out bool isIntact) == Result.Ok && isIntact, "process fails");
            verdict.Demand(
                block.Input(0).SequenceEqual(block.Output(0)) && block.Input(1).SequenceEqual(block.Output(1)), "the sound does not pass");
        }

        plugin.Stop();
    }
}
