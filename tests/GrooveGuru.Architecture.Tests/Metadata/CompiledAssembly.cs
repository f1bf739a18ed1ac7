using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using GrooveGuru.Architecture.Tests.Sources;

namespace GrooveGuru.Architecture.Tests.Metadata;

/// <summary>A compiled assembly, read without loading it.</summary>
internal sealed class CompiledAssembly
{
    /// <summary>An assembly from the bytes of its file.</summary>
    public CompiledAssembly(ImmutableArray<byte> image)
    {
        Image = new PEReader(image);
        Reader = Image.GetMetadataReader();
        Name = Reader.GetString(Reader.GetAssemblyDefinition().Name);
    }

    /// <summary>Our assemblies, as built in the configuration of these tests: Core, Contracts, Plugin, Host, Bridge.</summary>
    public static IReadOnlyDictionary<string, CompiledAssembly> Ours { get; } = new Dictionary<string, CompiledAssembly>
    {
        ["Core"] = Open("core/GrooveGuru.Core", "GrooveGuru.Core.dll"),
        ["Contracts"] = Open("core/GrooveGuru.Contracts", "GrooveGuru.Contracts.dll"),
        ["Plugin"] = Open("plugin/GrooveGuru.Plugin", "GrooveGuru.Plugin.dll"),
        ["Host"] = Open("plugin/GrooveGuru.Host", "grooveguru-host.dll"),
        ["Bridge"] = Open("bridge/GrooveGuru.Bridge", "grooveguru.dll"),
    };

    /// <summary>Simple name.</summary>
    public string Name { get; }

    /// <summary>The file.</summary>
    public PEReader Image { get; }

    /// <summary>Its metadata.</summary>
    public MetadataReader Reader { get; }

    /// <summary>Simple names of the assemblies that it references.</summary>
    public IEnumerable<string> ReferencedAssemblies =>
        Reader.AssemblyReferences.Select(handle => Reader.GetString(Reader.GetAssemblyReference(handle).Name));

    /// <summary>The name of one of its own types.</summary>
    public NamedType NameOf(TypeDefinitionHandle handle)
    {
        TypeDefinition type = Reader.GetTypeDefinition(handle);
        string name = Reader.GetString(type.Name);
        string full = type.IsNested
            ? $"{NameOf(type.GetDeclaringType()).FullName}+{name}"
            : Qualified(type.Namespace, name);
        return new NamedType(Name, full, null);
    }

    /// <summary>The name of a type of another assembly.</summary>
    public NamedType NameOf(TypeReferenceHandle handle)
    {
        TypeReference type = Reader.GetTypeReference(handle);
        string name = Reader.GetString(type.Name);
        switch (type.ResolutionScope.Kind)
        {
            case HandleKind.TypeReference:
                NamedType outer = NameOf((TypeReferenceHandle)type.ResolutionScope);
                return outer with { FullName = $"{outer.FullName}+{name}" };
            case HandleKind.AssemblyReference:
                AssemblyReference scope = Reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope);
                return new NamedType(Reader.GetString(scope.Name), Qualified(type.Namespace, name), null);
            default:
                return new NamedType(Name, Qualified(type.Namespace, name), null);
        }
    }

    /// <summary>The name behind a type token; null for arrays, pointers and type parameters.</summary>
    public NamedType? TypeBehind(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => NameOf((TypeDefinitionHandle)handle),
        HandleKind.TypeReference => NameOf((TypeReferenceHandle)handle),
        HandleKind.TypeSpecification => Reader.GetTypeSpecification((TypeSpecificationHandle)handle)
            .DecodeSignature(new SignatureTypeReader(this), null).Head,
        _ => null,
    };

    /// <summary>The method behind a method token of an instruction.</summary>
    public MethodTarget MethodBehind(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                MethodDefinition method = Reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                return new MethodTarget(
                    NameOf(method.GetDeclaringType()),
                    Reader.GetString(method.Name),
                    Parameters(method.DecodeSignature(new SignatureTypeReader(this), null)));
            case HandleKind.MemberReference:
                MemberReference member = Reader.GetMemberReference((MemberReferenceHandle)handle);
                return new MethodTarget(
                    TypeBehind(member.Parent),
                    Reader.GetString(member.Name),
                    Parameters(member.DecodeMethodSignature(new SignatureTypeReader(this), null)));
            case HandleKind.MethodSpecification:
                return MethodBehind(Reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method);
            default:
                throw new ArgumentException($"{handle.Kind} is not a method.", nameof(handle));
        }
    }

    /// <summary>The type of an attribute.</summary>
    public NamedType? TypeOf(CustomAttribute attribute) => MethodBehind(attribute.Constructor).Type;

    /// <summary>Whether one of the attributes has this full name.</summary>
    public bool HasAttribute(CustomAttributeHandleCollection attributes, string fullName) =>
        attributes.Any(handle => TypeOf(Reader.GetCustomAttribute(handle))?.FullName == fullName);

    /// <remarks>
    /// Each from its project's own output: plugin and bridge differ only in case, so that one folder cannot hold both everywhere.
    /// </remarks>
    private static CompiledAssembly Open(string project, string fileName)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string output = Path.Combine(Repository.Root, project, "bin", configuration);
        string newest = Directory.EnumerateDirectories(output, "net*").Select(folder => Path.Combine(folder, fileName))
            .Where(File.Exists).MaxBy(File.GetLastWriteTimeUtc) ?? throw new FileNotFoundException($"{fileName} is not built.", output);
        return new CompiledAssembly([.. File.ReadAllBytes(newest)]);
    }

    private static string Parameters(MethodSignature<SignatureType> signature) =>
        string.Join(',', signature.ParameterTypes.Select(type => type.Text));

    private string Qualified(StringHandle space, string name) => space.IsNil ? name : $"{Reader.GetString(space)}.{name}";
}
