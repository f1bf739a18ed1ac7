namespace GrooveGuru.Bridge.Inference.Store;

/// <summary>How a model stands on this machine.</summary>
internal enum ModelStanding
{
    /// <summary>It is not here.</summary>
    Missing,

    /// <summary>A part of it was fetched.</summary>
    Partial,

    /// <summary>It is here.</summary>
    Here,
}
