using GrooveGuru.Host.Native;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>Saved states, whole and damaged.</summary>
internal static unsafe class StateChecks
{
    private const double ParameterTolerance = 0.1;

    public static void Bytes_SetAndSavedAgain_AreTheSame(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        Random random = new(1);
        for (int round = 0; round < 20; round++)
        {
            byte[] saved = plugin.SaveState();
            verdict.Demand(saved.SequenceEqual(plugin.SaveState()), "two saves in a row differ");
            Scramble(plugin, random);
            verdict.Demand(plugin.LoadState(saved), "its own state is refused");
            verdict.Demand(saved.SequenceEqual(plugin.SaveState()), "the state differs from the one that was set");
        }
    }

    public static void Parameters_AfterSetState_AreWhatTheyWere(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        Random random = new(2);
        for (int round = 0; round < 20; round++)
        {
            Scramble(plugin, random);
            double[] before = [.. plugin.Parameters.Select(parameter => plugin.GetParameter(parameter.Id))];
            byte[] saved = plugin.SaveState();
            Scramble(plugin, random);
            verdict.Demand(plugin.LoadState(saved), "its own state is refused");
            foreach ((HostParameter parameter, double value) in plugin.Parameters.Zip(before))
            {
                double now = plugin.GetParameter(parameter.Id);
                verdict.Demand(
                    parameter.IsBypass || Math.Abs(now - value) <= ParameterTolerance, $"{parameter.Title} is {now} after setState, not {value}");
            }
        }
    }

    public static void Bypass_InTheState_ReachesTheController(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        HostParameter bypass = plugin.Parameters.First(parameter => parameter.IsBypass);
        plugin.SetParameter(bypass.Id, 1);
        byte[] saved = plugin.SaveState();
        using Vst3Plugin other = module.Create();
        verdict.Demand(other.LoadState(saved), "the state of another instance is refused");
        verdict.Demand(other.GetParameter(bypass.Id) == 1, "the bypass is not restored");

        using Vst3Plugin controllerOnly = module.Create();
        using HostStream stream = new(saved);
        verdict.Demand(
            Faces.Controller(controllerOnly)->SetComponentState(controllerOnly.Controller, stream.Pointer) == Result.Ok
                && controllerOnly.GetParameter(bypass.Id) == 1,
            "the bypass is not restored in the controller");
        plugin.SetParameter(bypass.Id, 0);
    }

    public static void State_Truncated_ChangesNothing(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using Vst3Plugin source = module.Create();
        HostParameter bypass = plugin.Parameters.First(parameter => parameter.IsBypass);
        source.SetParameter(bypass.Id, 1);
        byte[] whole = source.SaveState();
        plugin.SetParameter(bypass.Id, 0);
        byte[] before = plugin.SaveState();
        for (int length = 0; length < whole.Length; length++)
        {
            bool isTaken = plugin.LoadState(whole[..length]);
            verdict.Demand(!isTaken && before.SequenceEqual(plugin.SaveState()), $"a state cut to {length} of {whole.Length} bytes is taken");
        }
    }

    public static void State_OfRandomBytes_LeavesAWorkingInstance(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawBlock block = new(2, 64);
        byte[] good = plugin.SaveState();
        Random random = new(3);
        for (int round = 0; round < 500; round++)
        {
            // Pure noise, or a good state with some bytes changed: its header still opens the door to what lies behind.
            byte[] bytes = round % 2 == 0 ? new byte[random.Next(5000)] : (byte[])good.Clone();
            if (round % 2 == 0)
            {
                random.NextBytes(bytes);
            }

            double[] before = [.. plugin.Parameters.Select(parameter => plugin.GetParameter(parameter.Id))];
            for (int change = random.Next(1, 5); change > 0 && bytes.Length > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            bool isTaken = plugin.LoadState(bytes);
            double[] after = [.. plugin.Parameters.Select(parameter => plugin.GetParameter(parameter.Id))];
            verdict.Demand(after.All(value => value is >= 0 and <= 1), "a random state leaves a parameter out of range");
            verdict.Demand(!isTaken || round % 2 == 1, "noise is taken for a state");
            verdict.Demand(isTaken || before.SequenceEqual(after), "a state is refused and changes parameters");
        }

        verdict.Demand(plugin.LoadState(good), "its own state is refused after damaged ones");
        plugin.Start(48_000, 64);
        verdict.Demand(block.Process(plugin, 64, out _) == Result.Ok, "the instance does not process after damaged states");
        plugin.Stop();
    }

    public static void Stream_ThatIsNull_IsRefused(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        verdict.Demand(Faces.Component(plugin)->SetState(plugin.Component, null) != Result.Ok, "setState takes null");
        verdict.Demand(Faces.Component(plugin)->GetState(plugin.Component, null) != Result.Ok, "getState takes null");
        verdict.Demand(Faces.Controller(plugin)->SetComponentState(plugin.Controller, null) != Result.Ok, "setComponentState takes null");
    }

    public static void State_WhileProcessing_IsSavedAndSet(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawBlock block = new(2, 64);
        plugin.Start(48_000, 64);
        block.FillWithNoise(new Random(4));
        bool isDone = false;
        Thread background = new(() =>
        {
            Random random = new(5);
            for (int round = 0; round < 300; round++)
            {
                try
                {
                    byte[] state = plugin.SaveState();
                    verdict.Demand(plugin.LoadState(state), "a state is refused while processing");
                    foreach (HostParameter parameter in plugin.Parameters)
                    {
                        plugin.SetParameter(parameter.Id, random.NextDouble());
                        _ = plugin.ToText(parameter.Id, plugin.GetParameter(parameter.Id));
                    }
                }
                catch (Vst3HostException error)
                {
                    verdict.Demand(false, error.Message);
                }
            }

            Volatile.Write(ref isDone, true);
        });
        background.Start();
        do
        {
            verdict.Demand(block.Process(plugin, 64, out _) == Result.Ok, "process fails while a state is set");
            verdict.Demand(block.Input(0).SequenceEqual(block.Output(0)), "the sound changes while a state is set");
        }
        while (!Volatile.Read(ref isDone));

        background.Join();
        plugin.Stop();
    }

    private static void Scramble(Vst3Plugin plugin, Random random)
    {
        foreach (HostParameter parameter in plugin.Parameters)
        {
            plugin.SetParameter(parameter.Id, parameter.StepCount == 1 ? random.Next(2) : random.NextDouble());
        }
    }
}
