using GrooveGuru.Bridge.Diagnosis;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Playing;

/// <summary>Chooses who plays.</summary>
internal static class SongPlayers
{
    private const string BuiltIn = "The preview is played by the built-in instruments";

    /// <summary>The best player that this machine has.</summary>
    /// <returns>fluidsynth with a sound font; our own instruments, with the reason, where one of them is missing.</returns>
    public static ISongPlayer Best() => Choose(Programs.Find("fluidsynth"), SoundFonts.Find());

    /// <summary>Our own instruments in place of a player that failed.</summary>
    public static ISongPlayer InPlaceOf(GrooveGuruException error) => new BuiltInPlayer($"{BuiltIn}: {error.Message}");

    /// <summary>The best of what is there.</summary>
    internal static ISongPlayer Choose(string? program, string? soundFont) => program is null
        ? new BuiltInPlayer($"{BuiltIn}, because fluidsynth is not installed.")
        : soundFont is null
            ? new BuiltInPlayer($"{BuiltIn}, because {SoundFonts.WhyNone}.")
            : new FluidSynthPlayer(program, soundFont);
}
