using GrooveGuru.Plugin.Editor;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

/// <summary>A window that only remembers what it was asked for.</summary>
internal sealed class TestShell : IEditorShell
{
    public List<string> Copied { get; } = [];

    public int SizeRequests { get; private set; }

    public void CopyText(string text) => Copied.Add(text);

    public void RequestSize() => SizeRequests++;
}
