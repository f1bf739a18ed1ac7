namespace GrooveGuru.Core.Synthesis;

/// <summary>Which of our few sounds plays what General MIDI asks for.</summary>
/// <remarks>General MIDI System Level 1: programs in families of eight, percussion keys 35 to 81.</remarks>
public static class GeneralMidiSounds
{
    private const int FamilySize = 8, BassFamily = 4;

    // Strings, ensembles, brass, reeds, pipes and synthesiser leads: what holds a tone.
    private static readonly int[] HeldFamilies = [5, 6, 7, 8, 9, 10];

    /// <summary>The instrument for a program.</summary>
    /// <param name="program">0 to 127; null for none.</param>
    public static InstrumentPatch Patch(int? program) => program is not int known ? InstrumentPatches.Keys
        : known / FamilySize == BassFamily ? InstrumentPatches.Bass
        : HeldFamilies.Contains(known / FamilySize) ? InstrumentPatches.Lead
        : InstrumentPatches.Keys;

    /// <summary>The drum for a percussion key.</summary>
    /// <param name="key">0 to 127; what is no drum of ours sounds like the nearest one.</param>
    public static DrumVoice Drum(int key) => key switch
    {
        <= 36 => DrumVoice.Kick,
        37 or 38 or 39 or 40 => DrumVoice.Snare,
        41 or 43 or 45 => DrumVoice.LowTom,
        47 or 48 or 50 => DrumVoice.HighTom,
        42 or 44 or 54 or 69 or 70 => DrumVoice.ClosedHat,
        46 => DrumVoice.OpenHat,
        49 or 52 or 55 or 57 => DrumVoice.Crash,
        51 or 53 or 56 or 59 => DrumVoice.Ride,
        _ => DrumVoice.Snare,
    };
}
