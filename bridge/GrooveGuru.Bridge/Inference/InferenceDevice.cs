namespace GrooveGuru.Bridge.Inference;

/// <summary>What runs a model.</summary>
internal enum InferenceDevice
{
    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>A graphics card through DirectML, on Windows.</summary>
    DirectMl,
}
