using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace GrooveGuru.Architecture.Tests.Metadata;

/// <summary>Reads the types in signatures, and remembers every named type that it met.</summary>
internal sealed class SignatureTypeReader(CompiledAssembly assembly) : ISignatureTypeProvider<SignatureType, object?>
{
    private const byte ValueTypeKind = 0x11;

    /// <summary>Every named type met so far.</summary>
    public HashSet<NamedType> Mentioned { get; } = [];

    public SignatureType GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        Named(assembly.NameOf(handle), rawTypeKind);

    public SignatureType GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        Named(assembly.NameOf(handle), rawTypeKind);

    public SignatureType GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, context);

    public SignatureType GetPrimitiveType(PrimitiveTypeCode typeCode) => new(typeCode.ToString(), null);

    public SignatureType GetSZArrayType(SignatureType elementType) => new($"{elementType.Text}[]", null);

    public SignatureType GetArrayType(SignatureType elementType, ArrayShape shape) => new($"{elementType.Text}[{shape.Rank}]", null);

    public SignatureType GetByReferenceType(SignatureType elementType) => elementType with { Text = $"{elementType.Text}&" };

    public SignatureType GetPointerType(SignatureType elementType) => new($"{elementType.Text}*", null);

    public SignatureType GetPinnedType(SignatureType elementType) => elementType;

    public SignatureType GetModifiedType(SignatureType modifier, SignatureType unmodifiedType, bool isRequired) => unmodifiedType;

    public SignatureType GetGenericInstantiation(SignatureType genericType, ImmutableArray<SignatureType> typeArguments) =>
        genericType with { Text = $"{genericType.Text}<{string.Join(',', typeArguments.Select(argument => argument.Text))}>" };

    public SignatureType GetGenericTypeParameter(object? genericContext, int index) => new($"!{index}", null);

    public SignatureType GetGenericMethodParameter(object? genericContext, int index) => new($"!!{index}", null);

    public SignatureType GetFunctionPointerType(MethodSignature<SignatureType> signature) => new("fnptr", null);

    private SignatureType Named(NamedType type, byte rawTypeKind)
    {
        NamedType known = rawTypeKind == 0 ? type : type with { IsValueType = rawTypeKind == ValueTypeKind };
        Mentioned.Add(type with { IsValueType = null });
        return new SignatureType(known.FullName, known);
    }
}
