namespace GrooveGuru.Plugin.Parameters;

/// <summary>
/// Tells the host what the user does to a parameter in the plugin's window, so that it records automation and its own display
/// follows. The host's component handler stands behind it. [main-thread]
/// </summary>
internal interface IParameterGestures
{
    /// <summary>The user has taken hold of a parameter.</summary>
    void BeginEdit(uint id);

    /// <summary>The user has moved it.</summary>
    /// <param name="id">The parameter.</param>
    /// <param name="normalized">0–1.</param>
    void PerformEdit(uint id, double normalized);

    /// <summary>The user has let go of it.</summary>
    void EndEdit(uint id);
}
