using System.Reflection;
using System.Reflection.Metadata;
using GrooveGuru.Architecture.Tests.Metadata;

namespace GrooveGuru.Architecture.Tests.AudioThread;

/// <summary>A method of ours.</summary>
internal readonly record struct MethodKey(CompiledAssembly Assembly, MethodDefinitionHandle Handle)
{
    /// <summary>Its metadata.</summary>
    public MethodDefinition Definition => Assembly.Reader.GetMethodDefinition(Handle);

    /// <summary>The type that declares it.</summary>
    public TypeDefinition Type => Assembly.Reader.GetTypeDefinition(Definition.GetDeclaringType());

    /// <summary>Its name and its type's.</summary>
    public MethodTarget Target => Assembly.MethodBehind(Handle);

    /// <summary>Whether a call through the instance may end up elsewhere.</summary>
    public bool IsOverridable => (Definition.Attributes & MethodAttributes.Virtual) != 0
        && (Definition.Attributes & MethodAttributes.Final) == 0
        && (Type.Attributes & TypeAttributes.Sealed) == 0;

    /// <inheritdoc/>
    public override string ToString() => Target.FullName;
}
