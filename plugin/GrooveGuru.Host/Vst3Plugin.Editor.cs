using GrooveGuru.Host.Editor;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host;

/// <content>The plugin's window.</content>
public sealed unsafe partial class Vst3Plugin
{
    /// <summary>Edits that the plugin's window has told: parameter and normalised value.</summary>
    public IReadOnlyList<(uint Id, double Value)> Edits => _handler.Edits;

    /// <summary>How often the plugin has said that there is something to save which is no parameter.</summary>
    public int DirtyCount => _handler.Project.DirtyCount;

    /// <summary>Opens the plugin's window inside one of the host's.</summary>
    /// <param name="scale">Content scale that the host tells; null for none.</param>
    /// <returns>Null where the plugin has no window to offer here.</returns>
    /// <exception cref="Vst3HostException">The plugin refuses a step, or there is no display.</exception>
    public HostedEditor? OpenEditor(double? scale = null)
    {
        void* view = CreateView("editor\0"u8);
        return view == null ? null : HostedEditor.Open(view, scale);
    }

    /// <summary>Asks for a view.</summary>
    /// <param name="name">Its name, zero-ended.</param>
    /// <returns>An IPlugView with one reference, or null.</returns>
    internal void* CreateView(ReadOnlySpan<byte> name)
    {
        fixed (byte* zeroEnded = name)
        {
            return (*(EditControllerVtable**)_controller)->CreateView(_controller, zeroEnded);
        }
    }
}
