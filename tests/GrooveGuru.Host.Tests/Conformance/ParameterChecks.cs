using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>The rules for parameters, and what becomes of values that are none.</summary>
internal static unsafe class ParameterChecks
{
    private static readonly double[] Nonsense =
        [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -1, 2, 1e300, -1e-300, double.Epsilon, 1 + 1e-12];

    public static void Definitions_FollowTheRules(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        EditControllerVtable* controller = Faces.Controller(plugin);
        HashSet<uint> ids = [];
        int bypasses = 0;
        bool hasUnits = Faces.Query(plugin.Controller, new Tuid(0x3D4BD6B5, 0x913A4FD2, 0xA886E768, 0xA5EB92C1)) != null;
        for (int index = 0; index < controller->GetParameterCount(plugin.Controller); index++)
        {
            ParameterInfo info = default;
            verdict.Demand(controller->GetParameterInfo(plugin.Controller, index, &info) == Result.Ok, $"parameter {index} has no info");
            ParameterFlags flags = (ParameterFlags)info.Flags;
            string title = FixedText.Read(info.Title, 128);
            verdict.Demand(title.Length > 0, $"parameter {index} has no title");
            verdict.Demand(ids.Add(info.Id), $"{title}: its id is another's");
            verdict.Demand(info.Id < 0x80000000, $"{title}: its id is the host's");
            verdict.Demand(info.DefaultNormalizedValue is >= 0 and <= 1, $"{title}: its default is {info.DefaultNormalizedValue}");
            verdict.Demand(info.StepCount >= 0, $"{title}: a negative step count");
            verdict.Demand(
                !flags.HasFlag(ParameterFlags.CanAutomate) || !flags.HasFlag(ParameterFlags.ReadOnly), $"{title}: automatable and read-only");
            verdict.Demand(info.UnitId == 0 || hasUnits, $"{title}: in unit {info.UnitId}, and there is no IUnitInfo");
            bypasses += flags.HasFlag(ParameterFlags.Bypass) ? 1 : 0;
        }

        verdict.Demand(bypasses == 1, $"{bypasses} bypass parameters");
    }

    public static void Values_OfANewInstance_AreTheDefaults(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        foreach (HostParameter parameter in plugin.Parameters)
        {
            double value = plugin.GetParameter(parameter.Id);
            verdict.Demand(value == parameter.DefaultNormalized, $"{parameter.Title} is {value}, its default {parameter.DefaultNormalized}");
        }
    }

    public static void Index_OutOfRange_IsRefused(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        EditControllerVtable* controller = Faces.Controller(plugin);
        ParameterInfo info = default;
        foreach (int index in new[] { -1, controller->GetParameterCount(plugin.Controller), int.MaxValue, int.MinValue })
        {
            verdict.Demand(controller->GetParameterInfo(plugin.Controller, index, &info) != Result.Ok, $"there is a parameter {index}");
        }

        verdict.Demand(controller->GetParameterInfo(plugin.Controller, 0, null) != Result.Ok, "getParameterInfo takes null");
        verdict.Demand(
            controller->GetParamStringByValue(plugin.Controller, 0, 0, null) != Result.Ok, "getParamStringByValue takes null");
        verdict.Demand(
            controller->GetParamValueByString(plugin.Controller, 0, null, null) != Result.Ok, "getParamValueByString takes null");
        verdict.Demand(plugin.ToText(0x7FFFFFFE, 0.5) is null, "there is text for a parameter that is not there");
        verdict.Demand(!plugin.SetParameter(0x7FFFFFFE, 0.5), "a parameter that is not there is set");
    }

    public static void Values_ThatAreNonsense_LeaveGoodOnes(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        foreach (HostParameter parameter in plugin.Parameters)
        {
            foreach (double value in Nonsense)
            {
                plugin.SetParameter(parameter.Id, value);
                DemandGood(plugin, parameter, verdict, $"after setParamNormalized({value})");
                _ = plugin.ToText(parameter.Id, value);
                verdict.Demand(
                    !double.IsNaN(value) || double.IsFinite(plugin.ToPlain(parameter.Id, 0.5)), $"{parameter.Title}: no plain value for 0.5");
            }
        }
    }

    public static void Queues_FullOfNonsense_LeaveGoodValues(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        using RawBlock block = new(2, 64);
        plugin.Start(48_000, 64);
        Random random = new(2);
        for (int round = 0; round < 300; round++)
        {
            foreach (HostParameter parameter in plugin.Parameters)
            {
                double value = random.Next(3) == 0 ? random.NextDouble() : Nonsense[random.Next(Nonsense.Length)];
                plugin.QueueParameter(parameter.Id, value, random.Next(-10, 100));
            }

            plugin.QueueParameter((uint)random.Next(), random.NextDouble(), 3);
            block.FillWithNoise(random);
            verdict.Demand(block.Process(plugin, random.Next(65), out _) == Result.Ok, "process fails on odd parameter values");
            foreach (HostParameter parameter in plugin.Parameters)
            {
                DemandGood(plugin, parameter, verdict, "after a queue of nonsense");
            }
        }

        plugin.Stop();
    }

    public static void Text_OfAValue_LeadsBackToIt(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        foreach (HostParameter parameter in plugin.Parameters)
        {
            for (int step = 0; step <= 20; step++)
            {
                double value = step / 20.0;
                double plain = plugin.ToPlain(parameter.Id, value);
                double back = plugin.ToNormalized(parameter.Id, plain);
                double limit = parameter.StepCount > 0 ? 1.0 / parameter.StepCount : 1e-9;
                verdict.Demand(Math.Abs(back - value) <= limit, $"{parameter.Title}: {value} is {plain}, and that is {back}");
                string? text = plugin.ToText(parameter.Id, value);
                double? typed = text is null ? null : plugin.FromText(parameter.Id, text);
                verdict.Demand(
                    typed is { } found && Math.Abs(found - value) <= Math.Max(limit, 0.02), $"{parameter.Title}: \"{text}\" leads to {typed}");
            }
        }
    }

    private static void DemandGood(Vst3Plugin plugin, HostParameter parameter, Verdict verdict, string when)
    {
        double value = plugin.GetParameter(parameter.Id);
        verdict.Demand(value is >= 0 and <= 1, $"{parameter.Title} is {value} {when}");
    }
}
