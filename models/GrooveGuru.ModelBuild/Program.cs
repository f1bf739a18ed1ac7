using System.Security.Cryptography;
using GrooveGuru.ModelBuild.Conversion;
using GrooveGuru.ModelBuild.Onnx;
using GrooveGuru.ModelBuild.Packages;
using GrooveGuru.ModelBuild.TensorFlow;

namespace GrooveGuru.ModelBuild;

/// <summary>
/// Prepares what the bridge needs for models and cannot be restored from NuGet: ONNX Runtime's library and Basic Pitch, as ONNX.
/// </summary>
internal static class Program
{
    private const string Usage = "modelbuild PACKAGES.json PLATFORM FOLDER";

    // The graph's own names say nothing; those on the right are the contract of Basic Pitch in models/manifest.json.
    private static readonly Dictionary<string, string> BasicPitchNames = new()
    {
        ["input_2"] = "audio",
        ["Identity"] = "contour",
        ["Identity_1"] = "note",
        ["Identity_2"] = "onset",
    };

    private static int Main(string[] arguments)
    {
        if (arguments is not [var packages, var platform, var folder])
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        try
        {
            PackageRestorer restorer = new(new NpmPacker());
            foreach (PinnedPackage package in PinnedPackage.ReadAll(packages))
            {
                restorer.Restore(package, platform, folder);
            }

            ConvertIfChanged(Path.Combine(folder, "basic-pitch"), Path.Combine(folder, "models"));
            return 0;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // The form in which a build shows an error.
            Console.Error.WriteLine($"modelbuild : error GGMODELS: {error.Message}");
            return 1;
        }
    }

    private static void ConvertIfChanged(string source, string folder)
    {
        string model = Path.Combine(folder, "basic-pitch.onnx"), mark = Path.Combine(folder, ".basic-pitch");
        string state = Hash([.. Directory.GetFiles(source).Order(StringComparer.Ordinal), typeof(Program).Assembly.Location]);
        if (File.Exists(model) && File.Exists(mark) && File.ReadAllText(mark) == state)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        OnnxModel converted = TfToOnnx.Convert(TfGraph.Read(Path.Combine(source, "model.json")), BasicPitchNames);
        File.WriteAllBytes($"{model}.new", OnnxWriter.Write(converted));
        File.Move($"{model}.new", model, overwrite: true);
        File.Copy(Path.Combine(source, "LICENSE"), Path.Combine(folder, "basic-pitch.LICENSE.txt"), overwrite: true);
        File.WriteAllText(mark, state);
    }

    private static string Hash(IReadOnlyList<string> files)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in files)
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
