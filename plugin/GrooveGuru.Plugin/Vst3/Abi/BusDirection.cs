namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>Which way a bus goes.</summary>
internal static class BusDirection
{
    public const int Input = 0;
    public const int Output = 1;
}
