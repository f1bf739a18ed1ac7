namespace GrooveGuru.Core.Realtime;

/// <summary>
/// Marks code that the audio thread runs: it allocates nothing, locks nothing, waits for nothing and throws nothing.
/// The architecture tests read the compiled instructions of every marked method and of every method of a marked type.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Class
    | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class RealtimeSafeAttribute : Attribute
{
}
