namespace GrooveGuru.Plugin.Listening;

/// <summary>What is heard of a preview at one moment; never changed, only replaced.</summary>
/// <param name="Path">The preview's file.</param>
/// <param name="PositionSeconds">How far it is, whole seconds.</param>
/// <param name="LengthSeconds">How long it is, s; 0 until that is known.</param>
/// <param name="IsWithoutAudio">Whether the host has not had the plugin process anything for a while, so that nothing is heard.</param>
internal sealed record ListeningState(string Path, int PositionSeconds = 0, double LengthSeconds = 0, bool IsWithoutAudio = false);
