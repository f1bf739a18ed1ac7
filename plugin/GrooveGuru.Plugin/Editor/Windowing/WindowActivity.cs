using System.Globalization;

namespace GrooveGuru.Plugin.Editor.Windowing;

/// <summary>What a window has done, for the log: a window that nobody sees must not work.</summary>
internal sealed class WindowActivity
{
    /// <summary>How often the content was asked for changes.</summary>
    public long Updates { get; set; }

    /// <summary>How often something was painted.</summary>
    public long Paints { get; set; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"window closed after {Updates} updates and {Paints} paints");
}
