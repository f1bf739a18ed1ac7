namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>How a capture call has ended.</summary>
/// <param name="End">Why it is over.</param>
/// <param name="Reason">What the user should know of it; null for nothing more than that.</param>
internal readonly record struct SessionResult(SessionEnd End, string? Reason = null);
