using System.Reflection;
using System.Reflection.Metadata;
using GrooveGuru.Architecture.Tests.Metadata;

namespace GrooveGuru.Architecture.Tests.AudioThread;

/// <summary>Holds that code in a folder named Realtime says which of its methods the audio thread runs.</summary>
internal static class RealtimeRooms
{
    /// <summary>Types in a Realtime namespace that have code and no marked method.</summary>
    public static IEnumerable<Finding> Unmarked(IReadOnlyList<CompiledAssembly> assemblies)
    {
        OwnCode code = new(assemblies);
        HashSet<string> withMarks = code.Marked.Select(method => method.Target.Type!.FullName).ToHashSet();
        foreach ((CompiledAssembly assembly, TypeDefinitionHandle handle) in code.Types)
        {
            NamedType type = assembly.NameOf(handle);
            TypeDefinition definition = assembly.Reader.GetTypeDefinition(handle);
            if (type.Namespace.EndsWith(".Realtime", StringComparison.Ordinal)
                && !type.FullName.Contains('+', StringComparison.Ordinal)
                && HasCode(assembly, definition)
                && !code.Ancestors(assembly, handle).Contains("System.Attribute")
                && !withMarks.Contains(type.FullName))
            {
                yield return new Finding(type.FullName, "is in a realtime folder, and none of its methods is marked [RealtimeSafe]");
            }
        }
    }

    private static bool HasCode(CompiledAssembly assembly, TypeDefinition type) => type.GetMethods()
        .Select(assembly.Reader.GetMethodDefinition)
        .Any(method => method.RelativeVirtualAddress != 0 && (method.Attributes & MethodAttributes.RTSpecialName) == 0);
}
