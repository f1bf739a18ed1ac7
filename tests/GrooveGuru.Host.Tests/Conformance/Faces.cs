using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>The interfaces of an instance as a host that trusts nobody calls them.</summary>
internal static unsafe class Faces
{
    public static UnknownVtable* Unknown(void* face) => *(UnknownVtable**)face;

    public static ComponentVtable* Component(Vst3Plugin plugin) => *(ComponentVtable**)plugin.Component;

    public static AudioProcessorVtable* Processor(Vst3Plugin plugin) => *(AudioProcessorVtable**)plugin.Processor;

    public static EditControllerVtable* Controller(Vst3Plugin plugin) => *(EditControllerVtable**)plugin.Controller;

    /// <summary>Asks for an interface.</summary>
    /// <returns>Null where it is not there; else with a reference added.</returns>
    public static void* Query(void* face, Tuid id)
    {
        void* result = null;
        return Unknown(face)->QueryInterface(face, &id, &result) == Result.Ok ? result : null;
    }

    /// <summary>The references held now.</summary>
    public static uint References(void* face)
    {
        Unknown(face)->AddRef(face);
        return Unknown(face)->Release(face);
    }
}
