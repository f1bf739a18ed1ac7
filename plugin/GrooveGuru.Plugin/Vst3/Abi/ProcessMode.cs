namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>How blocks come.</summary>
internal static class ProcessMode
{
    public const int Realtime = 0;
    public const int Prefetch = 1;
    public const int Offline = 2;
}
