namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>What a host may do with a parameter.</summary>
[Flags]
internal enum ParameterFlags
{
    None = 0,
    CanAutomate = 1 << 0,
    ReadOnly = 1 << 1,
    List = 1 << 3,
    Hidden = 1 << 4,
    Bypass = 1 << 16,
}
