namespace GrooveGuru.Plugin.Vst3.Abi;

/// <summary>The sample formats of the interface.</summary>
internal static class SampleSize
{
    public const int Float32 = 0;
    public const int Float64 = 1;
}
