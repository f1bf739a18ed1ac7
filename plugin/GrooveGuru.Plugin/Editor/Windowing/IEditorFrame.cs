namespace GrooveGuru.Plugin.Editor.Windowing;

/// <summary>The host's frame around the window. [main-thread]</summary>
internal interface IEditorFrame
{
    /// <summary>Asks for another size.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <returns>Whether the host agrees; it tells the new size by itself.</returns>
    bool RequestSize(int width, int height);
}
