using System.Reflection.Metadata;
using GrooveGuru.Architecture.Tests.Metadata;

namespace GrooveGuru.Architecture.Tests.Layers;

/// <summary>Holds compiled code against a table of which folder may know which.</summary>
/// <param name="rootNamespace">The namespace whose first-level folders are the layers.</param>
/// <param name="allowed">For each layer the layers that it may know beside itself.</param>
internal sealed class LayerRule(string rootNamespace, IReadOnlyDictionary<string, string[]> allowed)
{
    /// <summary>Every mention of a layer that the table does not allow, and every layer that is not in the table.</summary>
    public IEnumerable<Finding> Check(CompiledAssembly assembly)
    {
        TypeDependencies dependencies = new(assembly);
        foreach (TypeDefinitionHandle handle in assembly.Reader.TypeDefinitions)
        {
            NamedType type = assembly.NameOf(handle);
            if (LayerOf(type) is not { } from)
            {
                continue;
            }

            if (!allowed.TryGetValue(from, out string[]? known))
            {
                yield return new Finding(type.FullName, $"the folder {from} is not in the table of layers");
                continue;
            }

            foreach (NamedType target in dependencies.Of(handle))
            {
                if (LayerOf(target) is { } to && to != from && !known.Contains(to))
                {
                    yield return new Finding(type.FullName, $"{from} must not know {to} ({target.FullName})");
                }
            }
        }
    }

    /// <summary>Circles in the table itself.</summary>
    public IEnumerable<Finding> Circles()
    {
        HashSet<string> done = [];
        while (allowed.FirstOrDefault(layer => !done.Contains(layer.Key) && layer.Value.All(done.Contains)) is { Key: { } next })
        {
            done.Add(next);
        }

        return allowed.Keys.Where(layer => !done.Contains(layer))
            .Select(layer => new Finding(layer, "is part of a circle of layers, or knows one that is not in the table"));
    }

    private string? LayerOf(NamedType type) => type.Namespace.StartsWith($"{rootNamespace}.", StringComparison.Ordinal)
        ? type.Namespace[(rootNamespace.Length + 1)..].Split('.')[0]
        : null;
}
