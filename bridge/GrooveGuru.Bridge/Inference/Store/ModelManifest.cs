using System.Text.Json;

namespace GrooveGuru.Bridge.Inference.Store;

/// <summary>The models that can be had, from <c>models/manifest.json</c>.</summary>
/// <param name="Models">The models.</param>
internal sealed record ModelManifest(IReadOnlyList<ModelEntry> Models)
{
    private const string Resource = "models-manifest.json";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { AllowTrailingCommas = false };

    /// <summary>The manifest of this version.</summary>
    public static ModelManifest Shared { get; } = Read(typeof(ModelManifest).Assembly.GetManifestResourceStream(Resource)!);

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    /// <exception cref="InvalidDataException">It says what cannot be: a name twice, a file elsewhere, a download without a hash.</exception>
    public static ModelManifest Read(Stream stream)
    {
        ModelManifest manifest = JsonSerializer.Deserialize<ModelManifest>(stream, Options) ?? throw new JsonException("The manifest is empty.");
        foreach (ModelEntry entry in manifest.Models)
        {
            bool isPinned = entry is { Bytes: > 0, Sha256.Length: 64, Url.Scheme: "https" or "http" };
            if (entry.File != Path.GetFileName(entry.File) || manifest.Models.Count(other => other.Name == entry.Name) != 1
                || (!entry.ComesWithProgram && !isPinned) || ModelContracts.Find(entry.Contract) is null)
            {
                throw new InvalidDataException($"The manifest's model {entry.Name} is not whole.");
            }
        }

        return manifest;
    }

    /// <summary>A model by its name.</summary>
    /// <returns>Null where there is none.</returns>
    public ModelEntry? Find(string name) => Models.FirstOrDefault(entry => entry.Name == name);
}
