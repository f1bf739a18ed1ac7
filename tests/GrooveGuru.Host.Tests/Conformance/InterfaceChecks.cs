using GrooveGuru.Host.Native;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>FUnknown, from each interface to each other.</summary>
internal static unsafe class InterfaceChecks
{
    private static readonly Tuid[] Required =
        [InterfaceIds.Component, InterfaceIds.AudioProcessor, InterfaceIds.EditController, InterfaceIds.ProcessContextRequirements];

    private static readonly Tuid[] Known =
    [
        InterfaceIds.Unknown, InterfaceIds.PluginBase, InterfaceIds.Component, InterfaceIds.AudioProcessor, InterfaceIds.EditController,
        InterfaceIds.ProcessContextRequirements, InterfaceIds.InfoListener,
        new(0x7F4EFE59, 0xF3204967, 0xAC27A3AE, 0xAFB63038), // IEditController2
        new(0x70A4156F, 0x6E6E4026, 0x989148BF, 0xAA60D8D1), // IConnectionPoint
        new(0x3D4BD6B5, 0x913A4FD2, 0xA886E768, 0xA5EB92C1), // IUnitInfo
        new(0xDF0FF9F7, 0x49B74669, 0xB63AB732, 0x7ADBF5E5), // IMidiMapping
    ];

    public static void Interface_Required_IsThere(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        foreach (Tuid id in Required)
        {
            void* face = Faces.Query(plugin.Component, id);
            verdict.Demand(face != null, $"there is no interface {id}");
            if (face != null)
            {
                Faces.Unknown(face)->Release(face);
            }
        }
    }

    public static void Identity_FromEachInterface_IsTheSame(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        void* self = Faces.Query(plugin.Component, InterfaceIds.Unknown);
        foreach (Tuid from in Known)
        {
            void* first = Faces.Query(plugin.Component, from);
            if (first == null)
            {
                continue;
            }

            foreach (Tuid to in Known)
            {
                void* direct = Faces.Query(plugin.Component, to);
                void* around = Faces.Query(first, to);
                verdict.Demand(direct == null == (around == null), $"{to} is there from one interface and not from {from}");
                verdict.Demand(to != InterfaceIds.Unknown || around == self, $"FUnknown from {from} is another object");
                ReleaseIfThere(direct);
                ReleaseIfThere(around);
            }

            ReleaseIfThere(first);
        }

        ReleaseIfThere(self);
    }

    public static void Interface_Unknown_IsRefused(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        Random random = new(1);
        byte[] bytes = new byte[16];
        foreach (nint face in new[] { (nint)plugin.Component, (nint)plugin.Processor, (nint)plugin.Controller })
        {
            for (int round = 0; round < 200; round++)
            {
                random.NextBytes(bytes);
                Tuid id = System.Runtime.InteropServices.MemoryMarshal.Read<Tuid>(bytes);
                void* result = (void*)1;
                int code = Faces.Unknown((void*)face)->QueryInterface((void*)face, &id, &result);
                verdict.Demand(code != Result.Ok && result == null, $"{id} is given");
                if (code == Result.Ok)
                {
                    return; // references to nobody knows what are held now
                }
            }
        }
    }

    public static void Null_AsIdOrResult_IsRefused(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        Tuid id = InterfaceIds.Unknown;
        foreach (nint face in new[] { (nint)plugin.Component, (nint)plugin.Processor, (nint)plugin.Controller })
        {
            void* result = (void*)1;
            verdict.Demand(Faces.Unknown((void*)face)->QueryInterface((void*)face, null, &result) != Result.Ok, "a null id is taken");
            verdict.Demand(Faces.Unknown((void*)face)->QueryInterface((void*)face, &id, null) != Result.Ok, "a null result is taken");
        }
    }

    public static void References_TakenAndGivenBack_Balance(Vst3Module module, Verdict verdict)
    {
        using Vst3Plugin plugin = module.Create();
        uint before = Faces.References(plugin.Component);
        foreach (Tuid id in Known)
        {
            void* face = Faces.Query(plugin.Component, id);
            if (face != null)
            {
                verdict.Demand(Faces.References(face) == before + 1, $"{id} does not add one reference");
                verdict.Demand(Faces.Unknown(face)->AddRef(face) == before + 2, "addRef does not count");
                verdict.Demand(Faces.Unknown(face)->Release(face) == before + 1, "release does not count");
                Faces.Unknown(face)->Release(face);
            }
        }

        verdict.Demand(Faces.References(plugin.Component) == before, "references are left");
    }

    public static void References_WithTheLastOne_EndTheInstance(Vst3Module module, Verdict verdict)
    {
        PluginFactoryVtable* factory = *(PluginFactoryVtable**)module.Factory;
        Tuid own = TuidText.Parse(module.Description.Classes[0].ClassId);
        Tuid component = InterfaceIds.Component;
        void* made = null;
        verdict.Demand(factory->CreateInstance(module.Factory, &own, &component, &made) == Result.Ok && made != null, "no instance is made");
        if (made != null)
        {
            verdict.Demand(Faces.References(made) == 1, $"a new instance has {Faces.References(made)} references");
            verdict.Demand(Faces.Unknown(made)->Release(made) == 0, "the last release leaves references");
        }
    }

    private static void ReleaseIfThere(void* face)
    {
        if (face != null)
        {
            Faces.Unknown(face)->Release(face);
        }
    }
}
