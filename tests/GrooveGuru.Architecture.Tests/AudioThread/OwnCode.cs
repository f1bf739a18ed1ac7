using System.Reflection;
using System.Reflection.Metadata;
using GrooveGuru.Architecture.Tests.Metadata;

namespace GrooveGuru.Architecture.Tests.AudioThread;

/// <summary>Finds methods of ours by name: what a call reaches, who overrides it, what is marked for the audio thread.</summary>
internal sealed class OwnCode
{
    private const string Mark = "GrooveGuru.Core.Realtime.RealtimeSafeAttribute";
    private readonly Dictionary<MethodTarget, MethodKey> _methods = [];
    private readonly Dictionary<string, (CompiledAssembly Assembly, TypeDefinitionHandle Handle)> _types = [];
    private readonly HashSet<MethodKey> _marked = [];

    /// <summary>The methods of these assemblies.</summary>
    public OwnCode(IEnumerable<CompiledAssembly> assemblies)
    {
        foreach (CompiledAssembly assembly in assemblies)
        {
            foreach (TypeDefinitionHandle handle in assembly.Reader.TypeDefinitions)
            {
                // Names such as <PrivateImplementationDetails> are in each assembly.
                _types[$"{assembly.Name}/{assembly.NameOf(handle).FullName}"] = (assembly, handle);
                AddMethods(assembly, handle);
            }
        }
    }

    /// <summary>Every method that is marked, or of a marked type or property.</summary>
    public IReadOnlySet<MethodKey> Marked => _marked;

    /// <summary>Every type of ours.</summary>
    public IEnumerable<(CompiledAssembly Assembly, TypeDefinitionHandle Handle)> Types => _types.Values;

    /// <summary>The method of ours behind a call; null when it is not ours.</summary>
    public MethodKey? Find(MethodTarget target) => _methods.TryGetValue(target, out MethodKey method) ? method : null;

    /// <summary>The type initialiser that touching a static member of this type runs; null for none, or a type that is not ours.</summary>
    public MethodKey? Initialiser(NamedType type) =>
        Find(new MethodTarget(type with { IsValueType = null }, ".cctor", string.Empty));

    /// <summary>Whether a type of ours is a struct; null when it is not ours.</summary>
    public bool? IsValueType(NamedType type) => _types.TryGetValue($"{type.Assembly}/{type.FullName}", out var found)
        ? BaseName(found.Assembly, found.Handle) is "System.ValueType" or "System.Enum"
        : null;

    /// <summary>Methods that a call of this virtual or interface method may end up in.</summary>
    /// <remarks>By name and number of parameters: rather one too many than one too few.</remarks>
    public IEnumerable<MethodKey> Implementations(MethodKey method)
    {
        MethodTarget target = method.Target;
        string suffix = $".{target.Name}";
        return _methods.Values.Where(other => other != method
            && (other.Definition.Attributes & MethodAttributes.Virtual) != 0
            && (other.Target.Name == target.Name || other.Target.Name.EndsWith(suffix, StringComparison.Ordinal))
            && other.Definition.GetParameters().Count == method.Definition.GetParameters().Count
            && Ancestors(other.Assembly, other.Definition.GetDeclaringType()).Contains(target.Type!.FullName));
    }

    /// <summary>Full names of the base types and interfaces of a type, near and far.</summary>
    public IReadOnlySet<string> Ancestors(CompiledAssembly assembly, TypeDefinitionHandle handle)
    {
        HashSet<string> names = [];
        AddAncestors(assembly, handle, names);
        return names;
    }

    private void AddAncestors(CompiledAssembly assembly, TypeDefinitionHandle handle, HashSet<string> names)
    {
        TypeDefinition type = assembly.Reader.GetTypeDefinition(handle);
        IEnumerable<EntityHandle> parents = type.GetInterfaceImplementations()
            .Select(implementation => assembly.Reader.GetInterfaceImplementation(implementation).Interface)
            .Append(type.BaseType)
            .Where(parent => !parent.IsNil);
        foreach (EntityHandle parent in parents)
        {
            if (assembly.TypeBehind(parent) is { } named && names.Add(named.FullName)
                && _types.TryGetValue($"{named.Assembly}/{named.FullName}", out var own))
            {
                AddAncestors(own.Assembly, own.Handle, names);
            }
        }
    }

    // An object is made before the audio thread gets it (making one there is a finding of its own), and a type initialiser runs
    // when a static member is touched, where it is followed.
    private static bool IsPreparation(CompiledAssembly assembly, TypeDefinition type, MethodKey method) =>
        method.Target.Name == ".cctor"
        || (method.Target.Name == ".ctor" && !type.BaseType.IsNil && assembly.TypeBehind(type.BaseType)?.FullName != "System.ValueType");

    private static string? BaseName(CompiledAssembly assembly, TypeDefinitionHandle handle)
    {
        EntityHandle parent = assembly.Reader.GetTypeDefinition(handle).BaseType;
        return parent.IsNil ? null : assembly.TypeBehind(parent)?.FullName;
    }

    private void AddMethods(CompiledAssembly assembly, TypeDefinitionHandle handle)
    {
        TypeDefinition type = assembly.Reader.GetTypeDefinition(handle);
        bool typeIsMarked = assembly.HasAttribute(type.GetCustomAttributes(), Mark);
        HashSet<MethodDefinitionHandle> markedAccessors = [];
        foreach (PropertyDefinition property in type.GetProperties().Select(assembly.Reader.GetPropertyDefinition))
        {
            if (assembly.HasAttribute(property.GetCustomAttributes(), Mark))
            {
                markedAccessors.Add(property.GetAccessors().Getter);
                markedAccessors.Add(property.GetAccessors().Setter);
            }
        }

        foreach (MethodDefinitionHandle methodHandle in type.GetMethods())
        {
            MethodKey method = new(assembly, methodHandle);
            _methods[method.Target] = method;
            if ((typeIsMarked && !IsPreparation(assembly, type, method)) || markedAccessors.Contains(methodHandle)
                || assembly.HasAttribute(method.Definition.GetCustomAttributes(), Mark))
            {
                _marked.Add(method);
            }
        }
    }
}
