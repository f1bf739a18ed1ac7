using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace GrooveGuru.Architecture.Tests.Metadata;

/// <summary>Every type that a type's compiled form mentions: in its head, attributes, fields, signatures and method bodies.</summary>
internal sealed class TypeDependencies(CompiledAssembly assembly)
{
    private readonly MetadataReader _reader = assembly.Reader;

    /// <summary>The types that one type mentions, itself included where it does.</summary>
    public IReadOnlySet<NamedType> Of(TypeDefinitionHandle handle)
    {
        SignatureTypeReader types = new(assembly);
        TypeDefinition type = _reader.GetTypeDefinition(handle);
        AddType(type.BaseType, types);
        AddAttributes(type.GetCustomAttributes(), types);
        AddConstraints(type.GetGenericParameters(), types);
        foreach (InterfaceImplementationHandle implementation in type.GetInterfaceImplementations())
        {
            AddType(_reader.GetInterfaceImplementation(implementation).Interface, types);
        }

        foreach (FieldDefinitionHandle field in type.GetFields())
        {
            _reader.GetFieldDefinition(field).DecodeSignature(types, null);
            AddAttributes(_reader.GetFieldDefinition(field).GetCustomAttributes(), types);
        }

        foreach (PropertyDefinitionHandle property in type.GetProperties())
        {
            AddAttributes(_reader.GetPropertyDefinition(property).GetCustomAttributes(), types);
        }

        foreach (MethodDefinitionHandle method in type.GetMethods())
        {
            AddMethod(_reader.GetMethodDefinition(method), types);
        }

        return types.Mentioned;
    }

    private void AddMethod(MethodDefinition method, SignatureTypeReader types)
    {
        method.DecodeSignature(types, null);
        AddAttributes(method.GetCustomAttributes(), types);
        AddConstraints(method.GetGenericParameters(), types);
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        MethodBodyBlock body = assembly.Image.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            _reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(types, null);
        }

        foreach (ExceptionRegion region in body.ExceptionRegions.Where(region => region.Kind == ExceptionRegionKind.Catch))
        {
            AddType(region.CatchType, types);
        }

        foreach (Instruction instruction in InstructionReader.Read(body).Where(instruction => instruction.HasToken))
        {
            AddToken(MetadataTokens.EntityHandle(instruction.Token), types);
        }
    }

    private void AddToken(EntityHandle handle, SignatureTypeReader types)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                AddType(_reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType(), types);
                break;
            case HandleKind.FieldDefinition:
                AddType(_reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType(), types);
                break;
            case HandleKind.MemberReference:
                AddType(_reader.GetMemberReference((MemberReferenceHandle)handle).Parent, types);
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification specification = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                specification.DecodeSignature(types, null);
                AddToken(specification.Method, types);
                break;
            default:
                AddType(handle, types);
                break;
        }
    }

    private void AddType(EntityHandle handle, SignatureTypeReader types)
    {
        if (handle.IsNil)
        {
            return;
        }

        if (handle.Kind == HandleKind.TypeSpecification)
        {
            _reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(types, null);
        }
        else if (assembly.TypeBehind(handle) is { } named)
        {
            types.Mentioned.Add(named);
        }
    }

    private void AddAttributes(CustomAttributeHandleCollection attributes, SignatureTypeReader types)
    {
        foreach (CustomAttributeHandle handle in attributes)
        {
            AddToken(_reader.GetCustomAttribute(handle).Constructor, types);
        }
    }

    private void AddConstraints(GenericParameterHandleCollection parameters, SignatureTypeReader types)
    {
        foreach (GenericParameterConstraintHandle handle in parameters.SelectMany(p => _reader.GetGenericParameter(p).GetConstraints()))
        {
            AddType(_reader.GetGenericParameterConstraint(handle).Type, types);
        }
    }
}
