using GrooveGuru.Bridge.Inference;
using GrooveGuru.Bridge.Inference.Store;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Bridge.Playing;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;

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
        Runtime(),
        SoundFileLibrary(),
        Previews(),
        Cache(),
        Ardour(),
    ];

    private static Finding Models()
    {
        string[] names = [.. ModelStore.Shared.List().Where(model => model.Standing == ModelStanding.Here).Select(model => model.Entry.Name)];
        return names.Length > 0
            ? new Finding("Models", Verdict.Fine, $"{string.Join(", ", names)} (for midi --mode poly; all else is done by signal processing alone)")
            : new Finding("Models", Verdict.Note, "none is here: midi --mode poly cannot be used", "Install Groove Guru again.");
    }

    private static Finding Runtime()
    {
        try
        {
            return new Finding("ONNX Runtime", Verdict.Fine, $"{OnnxRuntime.Shared.Version}, {OnnxRuntime.LibraryPath}");
        }
        catch (ModelUnavailableException error)
        {
            return new Finding("ONNX Runtime", Verdict.Broken, "models cannot be run", error.Reason);
        }
    }

    private static Finding SoundFileLibrary() => CompressedAudioSupport.IsAvailable
        ? new Finding("libsndfile", Verdict.Fine, "loads; FLAC, OGG, MP3 and AIFF can be read")
        : new Finding("libsndfile", Verdict.Note, "not found; only WAV can be read", CompressedAudioSupport.InstallHint);

    private static Finding Previews() => SongPlayers.Best() is BuiltInPlayer { Remark: { } why }
        ? new Finding("MIDI previews", Verdict.Note, why, "Install fluidsynth and a General MIDI sound font (Debian: apt-get install fluidsynth fluid-soundfont-gm).")
        : new Finding("MIDI previews", Verdict.Fine, $"fluidsynth plays {SoundFonts.Find()}");

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
