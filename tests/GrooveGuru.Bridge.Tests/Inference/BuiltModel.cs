namespace GrooveGuru.Bridge.Tests.Inference;

/// <summary>The model that was converted when the product was built.</summary>
internal static class BuiltModel
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "models", "basic-pitch.onnx");
}
