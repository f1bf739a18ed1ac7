namespace GrooveGuru.Bridge.Inference;

/// <summary>One input or output of a model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Element">The type of its elements.</param>
/// <param name="Dimensions">Its shape; -1 for a dimension of any size.</param>
internal sealed record TensorShape(string Name, TensorElement Element, IReadOnlyList<long> Dimensions)
{
    /// <summary>Whether a model's own input or output can stand for this one.</summary>
    public bool Fits(TensorShape other)
        => other.Name == Name && other.Element == Element && other.Dimensions.Count == Dimensions.Count
            && Dimensions.Zip(other.Dimensions).All(pair => pair.First < 0 || pair.Second < 0 || pair.First == pair.Second);

    /// <inheritdoc/>
    public override string ToString()
        => $"{Name} {Element} [{string.Join(", ", Dimensions.Select(size => size < 0 ? "any" : size.ToString(System.Globalization.CultureInfo.InvariantCulture)))}]";
}
