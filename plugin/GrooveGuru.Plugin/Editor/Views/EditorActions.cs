using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor.Views.Widgets;

namespace GrooveGuru.Plugin.Editor.Views;

/// <summary>What the pages can ask for.</summary>
/// <param name="desk">What stands behind the window.</param>
/// <param name="shell">The window around the content.</param>
internal sealed class EditorActions(IEditorDesk desk, IEditorShell shell)
{
    private readonly Dictionary<string, bool> _chosen = [];

    /// <summary>What stands behind the window.</summary>
    public IEditorDesk Desk => desk;

    /// <summary>The window around the content.</summary>
    public IEditorShell Shell => shell;

    /// <summary>What is open over the content.</summary>
    public EditorPanel Panel { get; private set; }

    /// <summary>Raised with each change that is the window's own.</summary>
    public int Version { get; private set; }

    /// <summary>Goes to another tab.</summary>
    public void ChooseTab(string id) => Prefer(preferences => preferences with { Tab = id });

    /// <summary>Goes from compact to full or back.</summary>
    public void SwitchSize()
    {
        Panel = EditorPanel.None;
        Prefer(preferences => preferences with { IsCompact = !preferences.IsCompact });
        shell.RequestSize();
    }

    /// <summary>Opens a panel, or closes it where it is open.</summary>
    public void Switch(EditorPanel panel)
    {
        Panel = Panel == panel ? EditorPanel.None : panel;
        Version++;
    }

    /// <summary>Takes what the user says that the track is, and closes the panel in which that was said.</summary>
    public void ChooseRole(TrackRole role)
    {
        desk.SetTrackRole(role);
        Panel = EditorPanel.None;
        Version++;
    }

    /// <summary>Changes what the user prefers.</summary>
    public void Prefer(Func<EditorPreferences, EditorPreferences> change)
    {
        desk.Preferences = change(desk.Preferences);
        Version++;
    }

    /// <summary>Whether details are open.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="atFirst">Whether they are open before the user did anything.</param>
    public bool IsOpen(string id, bool atFirst) => _chosen.TryGetValue(id, out bool isOpen) ? isOpen : atFirst;

    /// <summary>Opens or closes details.</summary>
    public void Open(string id, bool isOpen = true)
    {
        _chosen[id] = isOpen;
        Version++;
    }

    /// <summary>A button that copies text.</summary>
    public Button Copy(string id, string text, string what, string tooltip, ButtonLook look = ButtonLook.Plain) =>
        new(text, () => shell.CopyText(what), look) { Id = id, Tooltip = tooltip };
}
