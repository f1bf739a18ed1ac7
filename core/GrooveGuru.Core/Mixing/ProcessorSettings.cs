namespace GrooveGuru.Core.Mixing;

/// <summary>The parameters of one processor of a chain, in the units that a DAW shows. One record per processor.</summary>
public abstract record ProcessorSettings
{
    /// <summary>What the processor is called: "Gain", "Parametric EQ".</summary>
    public abstract string Name { get; }

    /// <summary>The parameters as a DAW would show them, in the order of its window: name and value with unit.</summary>
    public abstract IReadOnlyList<KeyValuePair<string, string>> Display { get; }
}
