namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>What flows on a bus.</summary>
internal static class MediaType
{
    public const int Audio = 0;
    public const int Event = 1;
}
