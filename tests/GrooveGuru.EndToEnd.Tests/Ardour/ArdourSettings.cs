namespace GrooveGuru.EndToEnd.Tests.Ardour;

/// <summary>What a script of the Ardour test is told.</summary>
/// <param name="PluginId">The plugin's class id, 32 hexadecimal digits.</param>
/// <param name="SampleRateHz">The session's rate, Hz.</param>
/// <param name="Seconds">The song's length, s.</param>
/// <param name="WaitBeforeSeconds">How long the transport stands before it rolls, s.</param>
/// <param name="WaitAfterSeconds">How long it stands after it rolled, s.</param>
internal sealed record ArdourSettings(string PluginId, int SampleRateHz, int Seconds, int WaitBeforeSeconds, int WaitAfterSeconds);
