using GrooveGuru.Plugin.Tests.State;

namespace GrooveGuru.Host.Tests.Conformance;

/// <summary>States of other versions of Groove Guru, through the host; of no other plugin, so they stand outside the catalogue.</summary>
internal static class StateVersionChecks
{
    private const int HeaderBytes = 12;
    private const int FieldHeaderBytes = 8;
    private static readonly byte[] First = [.. "XTRA"u8, 3, 0, 0, 0, 1, 2, 3];
    private static readonly byte[] Last = [.. "YTRA"u8, 0, 0, 0, 0];

    /// <summary>Loads what versions 1 and 2 saved: nothing of it is lost when it is saved again.</summary>
    public static void State_OfAnOlderVersion_KeepsItsFields(Vst3Module module, Verdict verdict)
    {
        foreach (string golden in (string[])[GoldenStates.FirstVersion, GoldenStates.SecondVersion])
        {
            byte[] older = Convert.FromHexString(golden);
            using Vst3Plugin plugin = module.Create();
            verdict.Demand(plugin.LoadState(older), $"a state of version {older[4]} is refused");
            verdict.Demand(plugin.GetParameter(Bypass(plugin)) == 1, $"the bypass of a state of version {older[4]} is lost");
            byte[] saved = plugin.SaveState();
            verdict.Demand(saved[4] > older[4], "what is saved has the version of what was loaded");
            verdict.Demand(older.AsSpan(8).SequenceEqual(saved.AsSpan(8)), $"the fields of version {older[4]} come back as {Convert.ToHexString(saved)}");
        }
    }

    /// <summary>Loads what a version will save that has fields, a header and a number of its own: all comes back byte for byte.</summary>
    public static void State_OfANewerVersion_ComesBackByteForByte(Vst3Module module, Verdict verdict)
    {
        byte[] known = Convert.FromHexString(GoldenStates.SecondVersion);
        byte[] newer = [.. known[..HeaderBytes], .. First, .. known[HeaderBytes..], .. Last];
        newer[4] = 9; // format version
        newer[6] = 5; // what is reserved today
        BitConverter.TryWriteBytes(newer.AsSpan(8), newer.Length - HeaderBytes);

        using Vst3Plugin plugin = module.Create();
        verdict.Demand(plugin.LoadState(newer), "a state of a newer version is refused");
        byte[] saved = plugin.SaveState();
        verdict.Demand(newer.SequenceEqual(saved), $"a state of a newer version comes back as {Convert.ToHexString(saved)}");

        plugin.SetParameter(Bypass(plugin), 0);
        newer[HeaderBytes + First.Length + FieldHeaderBytes] = 0; // the bypass is the first field of those that are known
        saved = plugin.SaveState();
        verdict.Demand(newer.SequenceEqual(saved), $"with another bypass it comes back as {Convert.ToHexString(saved)}");
    }

    private static uint Bypass(Vst3Plugin plugin) => plugin.Parameters.First(parameter => parameter.IsBypass).Id;
}
