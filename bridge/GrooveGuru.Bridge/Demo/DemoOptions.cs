namespace GrooveGuru.Bridge.Demo;

/// <summary>What the demo is asked to do.</summary>
/// <param name="AudioPath">The user's song; null plays our own.</param>
/// <param name="OutFolder">Where the song's folder is made.</param>
/// <param name="BundlePath">The plugin, GrooveGuru.vst3.</param>
/// <param name="HostPath">The headless host.</param>
/// <param name="Speed">How much faster than real time to play.</param>
internal sealed record DemoOptions(string? AudioPath, string OutFolder, string BundlePath, string HostPath, double Speed);
