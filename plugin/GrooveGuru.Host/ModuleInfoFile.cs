using System.Text.Json;
using System.Text.Json.Nodes;

namespace GrooveGuru.Host;

/// <summary>Contents/Resources/moduleinfo.json: what hosts read instead of loading the binary.</summary>
public static class ModuleInfoFile
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Loads a bundle's binary and writes the file from what its factory says.</summary>
    /// <param name="bundle">The bundle's folder.</param>
    /// <returns>The file.</returns>
    /// <exception cref="Vst3HostException">The bundle cannot be loaded.</exception>
    public static string Write(string bundle)
    {
        ModuleDescription module;
        string name;
        using (Vst3Module loaded = Vst3Module.Load(bundle))
        {
            module = loaded.Description;
            name = loaded.Name;
        }

        string folder = Path.Combine(bundle, "Contents", "Resources");
        string file = Path.Combine(folder, "moduleinfo.json");
        Directory.CreateDirectory(folder);
        File.WriteAllText(file + ".part", Compose(name, module).ToJsonString(Indented) + "\n");
        File.Move(file + ".part", file, overwrite: true);
        return file;
    }

    private static JsonObject Compose(string name, ModuleDescription module) => new()
    {
        ["Name"] = name,
        ["Version"] = module.Classes.Count > 0 ? module.Classes[0].Version : "",
        ["Factory Info"] = new JsonObject
        {
            ["Vendor"] = module.Vendor,
            ["URL"] = module.Url,
            ["E-Mail"] = module.Email,
            ["Flags"] = new JsonObject
            {
                ["Unicode"] = (module.Flags & 16) != 0,
                ["Classes Discardable"] = (module.Flags & 1) != 0,
                ["Component Non Discardable"] = (module.Flags & 8) != 0,
            },
        },
        ["Classes"] = new JsonArray([.. module.Classes.Select(ComposeClass)]),
    };

    private static JsonObject ComposeClass(ClassDescription description) => new()
    {
        ["CID"] = description.ClassId,
        ["Category"] = description.Category,
        ["Name"] = description.Name,
        ["Vendor"] = description.Vendor,
        ["Version"] = description.Version,
        ["SDKVersion"] = description.SdkVersion,
        ["Sub Categories"] = new JsonArray([.. description.SubCategories.Select(category => (JsonNode)category)]),
        ["Class Flags"] = description.ClassFlags,
        ["Cardinality"] = description.Cardinality,
        ["Snapshots"] = new JsonArray(),
    };
}
