namespace GrooveGuru.Bridge.Inference.Native;

/// <summary>ONNX Runtime could not do what it was asked for.</summary>
/// <param name="code">Its error code.</param>
/// <param name="message">What it says.</param>
internal sealed class OrtStatusException(int code, string message) : Exception(message)
{
    /// <summary>Its error code.</summary>
    public int Code => code;
}
