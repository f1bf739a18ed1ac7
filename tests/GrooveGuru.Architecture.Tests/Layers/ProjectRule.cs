using System.Xml.Linq;

namespace GrooveGuru.Architecture.Tests.Layers;

/// <summary>Which project may know which.</summary>
internal static class ProjectRule
{
    /// <summary>Each product project, by assembly name, and those of ours that it may know.</summary>
    public static IReadOnlyDictionary<string, string[]> Allowed { get; } = new Dictionary<string, string[]>
    {
        ["GrooveGuru.Core"] = [],
        ["GrooveGuru.Contracts"] = [],
        // The plugin and the bridge (assembly grooveguru) never know each other.
        ["GrooveGuru.Plugin"] = ["GrooveGuru.Core", "GrooveGuru.Contracts"],
        ["grooveguru-host"] = ["GrooveGuru.Core"],
        ["grooveguru"] = ["GrooveGuru.Core", "GrooveGuru.Contracts", "modelbuild"],
        // Runs before the bridge is built, to fetch and convert; nothing of it is referenced.
        ["modelbuild"] = [],
        // A tool: reads truth files as the bridge does, and fits models of Core.
        ["GrooveGuru.Fitting"] = ["GrooveGuru.Core", "grooveguru"],
    };

    /// <summary>References of ours that the table does not allow.</summary>
    /// <param name="name">Assembly name of a product project.</param>
    /// <param name="references">Assembly names that it references.</param>
    public static IEnumerable<Finding> Check(string name, IEnumerable<string> references) =>
        Allowed.TryGetValue(name, out string[]? known)
            ? references.Where(reference => Allowed.ContainsKey(reference) && !known.Contains(reference))
                .Select(reference => new Finding(name, $"must not know {reference}"))
            : [new Finding(name, "is not in the table of projects")];

    /// <summary>Assembly name of a project file.</summary>
    public static string AssemblyName(string path, string text) =>
        XDocument.Parse(text).Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(path);

    /// <summary>File names, without extension, of the projects that a project file references.</summary>
    public static IEnumerable<string> References(string text) => XDocument.Parse(text).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
