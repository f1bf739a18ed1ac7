namespace GrooveGuru.Bridge.Inference.Store;

/// <summary>The kinds of models that can be used.</summary>
internal static class ModelContracts
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ModelContract> All { get; } = [BasicPitchModel.Contract];

    /// <summary>A kind by its name.</summary>
    /// <returns>Null where there is none.</returns>
    public static ModelContract? Find(string name) => All.FirstOrDefault(contract => contract.Name == name);
}
