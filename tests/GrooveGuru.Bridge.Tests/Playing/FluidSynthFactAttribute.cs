using GrooveGuru.Bridge.Diagnosis;
using GrooveGuru.Bridge.Playing;

namespace GrooveGuru.Bridge.Tests.Playing;

/// <summary>A test that runs fluidsynth with a sound font.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FluidSynthFactAttribute : FactAttribute
{
    public FluidSynthFactAttribute() => Skip = Programs.Find("fluidsynth") is not null && SoundFonts.Find() is not null
        ? null
        : "needs fluidsynth and a General MIDI sound font (Debian: apt-get install fluidsynth fluid-soundfont-gm)";
}
