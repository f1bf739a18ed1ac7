namespace GrooveGuru.Core.Features;

/// <summary>The seven bands of the tonal balance.</summary>
public static class TonalBalanceBands
{
    /// <summary>Edges in Hz; band i lies between edge i and edge i + 1, the last one ends at the Nyquist frequency.</summary>
    public static IReadOnlyList<double> EdgesHz { get; } = [20, 60, 150, 400, 1000, 3000, 8000];

    /// <summary>What the bands are called, lowest first.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["sub", "bass", "low mid", "mid", "high mid", "presence", "air"];
}
