namespace GrooveGuru.Plugin.Editor;

/// <summary>Files that are dragged out of the window.</summary>
/// <param name="Paths">Full paths of files that exist.</param>
/// <param name="Label">What is shown beside the pointer.</param>
internal sealed record DragOffer(IReadOnlyList<string> Paths, string Label);
