namespace GrooveGuru.Bridge.Inference;

/// <summary>What a model must take and give to be of use.</summary>
/// <param name="Name">What kind of model it is, as the manifest calls it.</param>
/// <param name="Inputs">All of its inputs, with the sizes that it is run with.</param>
/// <param name="Outputs">The outputs that are read; a model may have more.</param>
internal sealed record ModelContract(string Name, IReadOnlyList<TensorShape> Inputs, IReadOnlyList<TensorShape> Outputs)
{
    /// <summary>Whether it is so small that threads are quicker with a run for each than with one that they share.</summary>
    public bool IsSmall { get; init; }

    /// <summary>Why a model is not of this kind.</summary>
    /// <returns>Null where it is.</returns>
    public string? WhyNot(IReadOnlyList<TensorShape> inputs, IReadOnlyList<TensorShape> outputs)
        => Inputs.FirstOrDefault(wanted => !inputs.Any(wanted.Fits)) is { } input ? $"it has no input {input}"
            : inputs.FirstOrDefault(given => Inputs.All(wanted => wanted.Name != given.Name)) is { } extra ? $"it has an input more: {extra}"
            : Outputs.FirstOrDefault(wanted => !outputs.Any(wanted.Fits)) is { } output ? $"it has no output {output}"
            : null;
}
