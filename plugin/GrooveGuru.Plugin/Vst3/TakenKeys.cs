namespace GrooveGuru.Plugin.Vst3;

/// <summary>Keys whose beginning was taken from the host, which is not told their end either. [main-thread]</summary>
internal sealed class TakenKeys
{
    private readonly HashSet<(char Character, short KeyCode)> _held = [];

    /// <summary>A key went down.</summary>
    /// <param name="character">The host's character; 0 where it tells none.</param>
    /// <param name="keyCode">The host's virtual key code; 0 where it tells none.</param>
    /// <param name="isTaken">Whether it was taken.</param>
    /// <returns>The same.</returns>
    public bool Press(char character, short keyCode, bool isTaken)
    {
        _ = isTaken ? _held.Add(KeyOf(character, keyCode)) : _held.Remove(KeyOf(character, keyCode));
        return isTaken;
    }

    /// <summary>A key went up.</summary>
    /// <returns>Whether its beginning was taken.</returns>
    public bool Release(char character, short keyCode) => _held.Remove(KeyOf(character, keyCode));

    // Shift may have been let go in between, and the host tell another character.
    private static (char Character, short KeyCode) KeyOf(char character, short keyCode)
        => keyCode != 0 ? ('\0', keyCode) : (char.ToUpperInvariant(character), (short)0);
}
