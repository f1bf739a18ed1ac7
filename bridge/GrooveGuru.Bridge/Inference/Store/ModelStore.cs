using System.Security.Cryptography;
using System.Text.Json;
using GrooveGuru.Bridge.Library;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Inference.Store;

/// <summary>
/// The models on this machine: those beside the program, those that were fetched, and those that the user added. An added model is
/// a file with a small one beside it that says what it is.
/// </summary>
/// <param name="manifest">The models that can be had.</param>
/// <param name="folder">Where fetched and added models lie.</param>
/// <param name="programFolder">Where models lie that came with the program.</param>
internal sealed class ModelStore(ModelManifest manifest, string folder, string programFolder)
{
    private const string ModelEnding = ".onnx";
    private const string NoteEnding = ".json";
    private static readonly JsonSerializerOptions NoteOptions = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The user's models.</summary>
    public static ModelStore Shared { get; } = new(ModelManifest.Shared, DataFolders.Models, Path.Combine(AppContext.BaseDirectory, "models"));

    /// <summary>All models, those of the manifest first.</summary>
    public IReadOnlyList<InstalledModel> List() =>
        [.. manifest.Models.Select(entry => new InstalledModel(entry, StandingOf(entry), PathOf(entry), IsOwn: false)), .. Own()];

    /// <summary>A model by its name.</summary>
    /// <exception cref="ModelUnavailableException">There is none of this name.</exception>
    public InstalledModel Find(string name) => List().FirstOrDefault(model => model.Entry.Name == name)
        ?? throw new ModelUnavailableException(name, "there is no model of this name; 'models list' shows all.");

    /// <summary>The file of a model that can be used at once.</summary>
    /// <exception cref="ModelUnavailableException">It is not here; the message says how to get it.</exception>
    public string Require(string name)
    {
        InstalledModel model = Find(name);
        return model.Standing == ModelStanding.Here
            ? model.Path
            : throw new ModelUnavailableException(name, model.Entry.ComesWithProgram
                ? $"{model.Path} is not there; install Groove Guru again."
                : $"the model is not on this machine; 'models pull {name}' fetches it.");
    }

    /// <summary>Fetches a model, going on where an earlier attempt ended; the file is checked before it is used.</summary>
    /// <exception cref="ModelUnavailableException">It cannot be fetched, or what was fetched is not what the manifest names.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; what was fetched stays for the next time.</exception>
    /// <exception cref="IOException">The disk is full or fails.</exception>
    public async Task PullAsync(ModelEntry entry, HttpMessageInvoker http, IProgress<double> progress, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        string target = PathOf(entry), part = PartOf(entry);
        await ModelDownload.RunAsync(entry, part, http, progress, cancellation).ConfigureAwait(false);
        if (!IsHash(await HashAsync(part, cancellation).ConfigureAwait(false), entry))
        {
            File.Delete(part);
            throw new ModelUnavailableException(entry.Name, "what was fetched is not the file that the manifest names; it was thrown away. Try again later.");
        }

        File.Move(part, target, overwrite: true);
    }

    /// <summary>Takes a model file of the user's: copied, so that it outlives its place.</summary>
    /// <param name="path">The file; it was found to be of the contract already.</param>
    /// <param name="name">How it is to be called.</param>
    /// <param name="contract">What kind of model it is.</param>
    /// <param name="cancellation">Ends it; nothing is left.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ModelUnavailableException">The name is taken by the manifest or not fit for a file.</exception>
    /// <exception cref="IOException">The file cannot be read or copied.</exception>
    public async Task<InstalledModel> AddAsync(string path, string name, ModelContract contract, CancellationToken cancellation)
    {
        if (manifest.Find(name) is not null || name.Length is 0 or > 64 || name.StartsWith('.')
            || !name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.'))
        {
            throw new ModelUnavailableException(name, "this name is taken or not fit; choose another of letters, digits, '-', '_' and '.' with --name.");
        }

        string hash = await HashAsync(path, cancellation).ConfigureAwait(false);
        ModelEntry entry = new(name, contract.Name, $"Added by the user from {Path.GetFileName(path)}.", name + ModelEnding, "as the user knows", null, new FileInfo(path).Length, hash);
        Directory.CreateDirectory(folder);
        AtomicFile.Write(PathOf(entry), target =>
        {
            using FileStream source = File.OpenRead(path);
            source.CopyTo(target);
            cancellation.ThrowIfCancellationRequested();
        });
        AtomicFile.Write(NoteOf(entry), target => JsonSerializer.Serialize(target, entry, NoteOptions));
        return new InstalledModel(entry, ModelStanding.Here, PathOf(entry), IsOwn: true);
    }

    /// <summary>Whether a model's file is the one that it should be.</summary>
    /// <returns>Why not, one sentence; null where it is.</returns>
    public static async Task<string?> WhyNotWholeAsync(InstalledModel model, CancellationToken cancellation)
    {
        if (model.Standing != ModelStanding.Here)
        {
            return "it is not on this machine.";
        }

        // What came with the program has the program's own guard; it is loaded and looked at like the others.
        return model.Entry.Sha256.Length > 0 && !IsHash(await HashAsync(model.Path, cancellation).ConfigureAwait(false), model.Entry)
            ? "its file has changed since it was fetched; remove it and fetch it again."
            : null;
    }

    /// <summary>Takes a model away, and what was fetched of it.</summary>
    /// <returns>Whether there was anything.</returns>
    /// <exception cref="ModelUnavailableException">It came with the program.</exception>
    public bool Remove(InstalledModel model)
    {
        if (model.Entry.ComesWithProgram)
        {
            throw new ModelUnavailableException(model.Entry.Name, "this model came with Groove Guru and stays.");
        }

        string[] files = [.. new[] { model.Path, PartOf(model.Entry), NoteOf(model.Entry) }.Where(File.Exists)];
        Array.ForEach(files, File.Delete);
        return files.Length > 0;
    }

    private string PathOf(ModelEntry entry) => Path.Combine(entry.ComesWithProgram ? programFolder : folder, entry.File);

    private string PartOf(ModelEntry entry) => Path.Combine(folder, $"{entry.File}.part");

    private string NoteOf(ModelEntry entry) => Path.Combine(folder, entry.Name + NoteEnding);

    private ModelStanding StandingOf(ModelEntry entry)
        => File.Exists(PathOf(entry)) ? ModelStanding.Here : File.Exists(PartOf(entry)) ? ModelStanding.Partial : ModelStanding.Missing;

    private IEnumerable<InstalledModel> Own()
    {
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (string note in Directory.GetFiles(folder, $"*{NoteEnding}").Order(StringComparer.Ordinal))
        {
            ModelEntry? entry;
            try
            {
                entry = JsonSerializer.Deserialize<ModelEntry>(File.ReadAllBytes(note), NoteOptions);
            }
            catch (JsonException)
            {
                entry = null; // not of ours, or damaged: the model beside it is not known then
            }

            if (entry is { Name.Length: > 0, File.Length: > 0 } && entry.File == Path.GetFileName(entry.File) && File.Exists(PathOf(entry)))
            {
                yield return new InstalledModel(entry, ModelStanding.Here, PathOf(entry), IsOwn: true);
            }
        }
    }

    private static bool IsHash(string hash, ModelEntry entry) => string.Equals(hash, entry.Sha256, StringComparison.OrdinalIgnoreCase);

    private static async Task<string> HashAsync(string path, CancellationToken cancellation)
    {
        FileStream stream = File.OpenRead(path);
        await using (stream.ConfigureAwait(false))
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation).ConfigureAwait(false));
        }
    }
}
