namespace GrooveGuru.Bridge.Inference.Store;

/// <summary>A model as it stands on this machine.</summary>
/// <param name="Entry">What the manifest says of it, or what its owner said when it was added.</param>
/// <param name="Standing">Whether it is here.</param>
/// <param name="Path">Where it is or would be.</param>
/// <param name="IsOwn">Whether the user added it.</param>
internal sealed record InstalledModel(ModelEntry Entry, ModelStanding Standing, string Path, bool IsOwn);
