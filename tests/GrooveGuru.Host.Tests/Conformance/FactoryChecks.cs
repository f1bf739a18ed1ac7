using GrooveGuru.Host.Native;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>What the factory tells and makes.</summary>
internal static unsafe class FactoryChecks
{
    public static void Infos_OfAllThreeKinds_Agree(Vst3Module module, Verdict verdict)
    {
        PluginFactoryVtable* factory = *(PluginFactoryVtable**)module.Factory;
        FactoryInfo factoryInfo = default;
        verdict.Demand(factory->GetFactoryInfo(module.Factory, &factoryInfo) == Result.Ok, "getFactoryInfo fails");
        verdict.Demand(FixedText.Read(factoryInfo.Vendor, 64).Length > 0, "the factory has no vendor");
        int count = factory->CountClasses(module.Factory);
        verdict.Demand(count > 0, "the factory has no class");
        HashSet<string> ids = [];
        for (int index = 0; index < count; index++)
        {
            ClassInfo first = default;
            ClassInfo2 second = default;
            ClassInfoW third = default;
            verdict.Demand(
                factory->GetClassInfo(module.Factory, index, &first) == Result.Ok
                    && factory->GetClassInfo2(module.Factory, index, &second) == Result.Ok
                    && factory->GetClassInfoUnicode(module.Factory, index, &third) == Result.Ok,
                $"class {index} has not all three infos");
            string name = FixedText.Read(first.Name, 64);
            verdict.Demand(name.Length > 0 && FixedText.Read(first.Category, 32).Length > 0, $"class {index} has no name or category");
            verdict.Demand(ids.Add(first.ClassId.ToString()) && first.ClassId != default, $"class {index} has no id of its own");
            verdict.Demand(first.ClassId == second.ClassId && first.ClassId == third.ClassId, $"{name}: the infos have different ids");
            verdict.Demand(
                name == FixedText.Read(second.Name, 64) && name == FixedText.Read(third.Name, 64), $"{name}: the infos have different names");
            verdict.Demand(
                FixedText.Read(second.Version, 64) == FixedText.Read(third.Version, 64)
                    && FixedText.Read(second.SubCategories, 128) == FixedText.Read(third.SubCategories, 128)
                    && FixedText.Read(second.Vendor, 64) == FixedText.Read(third.Vendor, 64),
                $"{name}: the infos differ");
        }
    }

    public static void Index_OutOfRange_IsRefused(Vst3Module module, Verdict verdict)
    {
        PluginFactoryVtable* factory = *(PluginFactoryVtable**)module.Factory;
        ClassInfo first = default;
        ClassInfo2 second = default;
        ClassInfoW third = default;
        foreach (int index in new[] { -1, factory->CountClasses(module.Factory), int.MaxValue, int.MinValue })
        {
            verdict.Demand(factory->GetClassInfo(module.Factory, index, &first) != Result.Ok, $"there is a class {index}");
            verdict.Demand(factory->GetClassInfo2(module.Factory, index, &second) != Result.Ok, $"there is a class {index}");
            verdict.Demand(factory->GetClassInfoUnicode(module.Factory, index, &third) != Result.Ok, $"there is a class {index}");
        }

        verdict.Demand(factory->GetFactoryInfo(module.Factory, null) != Result.Ok, "getFactoryInfo takes null");
        verdict.Demand(factory->GetClassInfo(module.Factory, 0, null) != Result.Ok, "getClassInfo takes null");
        verdict.Demand(factory->GetClassInfo2(module.Factory, 0, null) != Result.Ok, "getClassInfo2 takes null");
        verdict.Demand(factory->GetClassInfoUnicode(module.Factory, 0, null) != Result.Ok, "getClassInfoUnicode takes null");
    }

    public static void Instance_OfNonsense_IsNotMade(Vst3Module module, Verdict verdict)
    {
        PluginFactoryVtable* factory = *(PluginFactoryVtable**)module.Factory;
        Tuid own = TuidText.Parse(module.Description.Classes[0].ClassId);
        Tuid component = InterfaceIds.Component;
        Tuid nonsense = new(0xDEAD, 0xBEEF, 3, 4);
        void* made = (void*)1;
        verdict.Demand(
            factory->CreateInstance(module.Factory, &nonsense, &component, &made) != Result.Ok && made == null, "an unknown class is made");
        made = (void*)1;
        verdict.Demand(
            factory->CreateInstance(module.Factory, &own, &nonsense, &made) != Result.Ok && made == null, "an unknown interface is given");
        verdict.Demand(factory->CreateInstance(module.Factory, null, null, &made) != Result.Ok, "createInstance takes null");
        verdict.Demand(factory->CreateInstance(module.Factory, &own, &component, null) != Result.Ok, "createInstance takes null");
    }

    public static void HostContext_Given_IsTaken(Vst3Module module, Verdict verdict)
    {
        using HostApplication application = new();
        void* third = Faces.Query(module.Factory, InterfaceIds.PluginFactory3);
        verdict.Demand(third != null, "there is no IPluginFactory3");
        if (third != null)
        {
            PluginFactoryVtable* factory = *(PluginFactoryVtable**)third;
            verdict.Demand(factory->SetHostContext(third, application.Pointer) == Result.Ok, "setHostContext fails");
            verdict.Demand(factory->SetHostContext(third, null) == Result.Ok, "setHostContext of null fails");
            verdict.Demand(application.References == 1, $"{application.References} references to the host's context are left");
            Faces.Unknown(third)->Release(third);
        }

        foreach (Tuid id in new[] { InterfaceIds.Unknown, InterfaceIds.PluginFactory, InterfaceIds.PluginFactory2 })
        {
            void* face = Faces.Query(module.Factory, id);
            verdict.Demand(face != null, $"the factory has no interface {id}");
            if (face != null)
            {
                Faces.Unknown(face)->Release(face);
            }
        }

        verdict.Demand(Faces.Query(module.Factory, new Tuid(1, 1, 1, 1)) == null, "the factory has an interface that nobody knows");
    }
}
