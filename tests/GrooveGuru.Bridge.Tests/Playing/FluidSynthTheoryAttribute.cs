namespace GrooveGuru.Bridge.Tests.Playing;

/// <summary>A test of several cases that runs fluidsynth with a sound font.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FluidSynthTheoryAttribute : TheoryAttribute
{
    public FluidSynthTheoryAttribute() => Skip = new FluidSynthFactAttribute().Skip;
}
