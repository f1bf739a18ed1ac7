namespace GrooveGuru.Core.Advice.Faults;

/// <summary>How plainly a fault is heard.</summary>
public enum FaultStrength
{
    /// <summary>A trained ear hears it in a comparison.</summary>
    Weak,

    /// <summary>Anyone hears it in a comparison.</summary>
    Medium,

    /// <summary>It is heard without one.</summary>
    Strong,
}
