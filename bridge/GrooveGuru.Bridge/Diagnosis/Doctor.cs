using GrooveGuru.Bridge.Library;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Diagnosis;

/// <summary>Looks at everything that the product stands on.</summary>
internal static class Doctor
{
    /// <summary>Looks; makes nothing but the cache folder.</summary>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellation) =>
    [
        .. await BridgeFindings.ExamineAsync(cancellation).ConfigureAwait(false),
        PluginBundle.Examine(),
        Models(),
        OnnxRuntime(),
        SoundFileLibrary(),
        Cache(),
        Ardour(),
    ];

    private static Finding Models() => new(
        "Models", Verdict.Fine, "none is needed: this version separates stems and writes MIDI by signal processing alone, on the CPU");

    private static Finding OnnxRuntime()
    {
        string name = OperatingSystem.IsWindows() ? "onnxruntime.dll"
            : OperatingSystem.IsMacOS() ? "libonnxruntime.dylib"
            : "libonnxruntime.so.1";
        string? path = NativeLibraries.Find(name);
        return path is not null
            ? new Finding("ONNX Runtime", Verdict.Fine, $"{path}; this version has no model to run with it, everything runs on the CPU")
            : new Finding("ONNX Runtime", Verdict.Note, $"{name} is not installed; this version has no model to run with it, everything runs on the CPU");
    }

    private static Finding SoundFileLibrary() => CompressedAudioSupport.IsAvailable
        ? new Finding("libsndfile", Verdict.Fine, "loads; FLAC, OGG, MP3 and AIFF can be read")
        : new Finding("libsndfile", Verdict.Note, "not found; only WAV can be read", CompressedAudioSupport.InstallHint);

    private static Finding Cache()
    {
        string folder = DataFolders.Cache;
        try
        {
            DataFolders.CreatePrivate(folder);
            string probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
            File.WriteAllBytes(probe, [1]);
            File.Delete(probe);
            long freeMiB = new DriveInfo(folder).AvailableFreeSpace >> 20;
            return freeMiB < 2048
                ? new Finding("Cache folder", Verdict.Note, $"{folder}: only {freeMiB} MiB are free", "Free some space: captures and stems are kept there.")
                : new Finding("Cache folder", Verdict.Fine, $"{folder}: writable, {freeMiB >> 10} GiB free");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Finding(
                "Cache folder", Verdict.Broken, $"{folder} cannot be written: {error.Message}",
                $"Make it writable, or name another folder in {DataFolders.CacheVariable}.");
        }
    }

    private static Finding Ardour()
    {
        string? path = Programs.Find("ardour") ?? Programs.Find("ardour7") ?? Programs.Find("ardour8");
        return path is not null
            ? new Finding("Ardour", Verdict.Fine, path)
            : new Finding("Ardour", Verdict.Note, "not found; any other VST3 host will do", "For the real-DAW test: sudo apt-get install ardour");
    }
}
