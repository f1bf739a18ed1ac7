namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>Something to tell the user for a while.</summary>
/// <param name="Text">What happened and what to do, one or two sentences.</param>
/// <param name="Since">Timestamp of its beginning, of the board's clock.</param>
internal sealed record BridgeNote(string Text, long Since)
{
    /// <summary>How long it stays.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(12);
}
