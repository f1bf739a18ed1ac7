namespace GrooveGuru.Core.Tests.Midi;

/// <summary>A test that asks a public MIDI parser under Node.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeMidiFactAttribute : FactAttribute
{
    public NodeMidiFactAttribute() => Skip = NodeMidiParser.IsInstalled ? null : "needs node and npm";
}
