namespace GrooveGuru.Plugin.State;

/// <summary>One field of a saved state.</summary>
/// <param name="Tag">What it is.</param>
/// <param name="Unknown">Its content, where this version does not know what it is; null where it does.</param>
internal readonly record struct StateField(uint Tag, byte[]? Unknown);
