using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using GrooveGuru.Architecture.Tests.Metadata;

namespace GrooveGuru.Architecture.Tests.AudioThread;

/// <summary>
/// Reads the instructions of everything that the audio thread may run: the marked methods, and whatever of our own code they reach.
/// </summary>
/// <remarks>
/// What it cannot see: an index outside an array (which throws), a TensorPrimitives call with lengths that differ (which throws),
/// and what the host does when we call it through its function pointers. The allocation tests and the validators cover those.
/// </remarks>
internal sealed class RealtimeScan(IReadOnlyList<CompiledAssembly> assemblies)
{
    private readonly OwnCode _code = new(assemblies);
    private readonly Dictionary<MethodKey, string> _reachedFrom = [];
    private readonly Queue<MethodKey> _waiting = new();
    private readonly List<Finding> _findings = [];

    /// <summary>Number of methods that the last run read.</summary>
    public int MethodCount => _reachedFrom.Count;

    /// <summary>Every instruction that may allocate, lock, wait, throw, or leave what is known.</summary>
    public IReadOnlyList<Finding> Run()
    {
        foreach (MethodKey root in _code.Marked)
        {
            Reach(root, string.Empty);
        }

        while (_waiting.TryDequeue(out MethodKey method))
        {
            Scan(method);
        }

        return _findings;
    }

    private void Reach(MethodKey method, string from)
    {
        if (_reachedFrom.TryAdd(method, from))
        {
            _waiting.Enqueue(method);
            if (method.IsOverridable)
            {
                foreach (MethodKey implementation in _code.Implementations(method))
                {
                    Reach(implementation, method.ToString());
                }
            }
        }
    }

    private void Scan(MethodKey method)
    {
        if (method.Definition.RelativeVirtualAddress == 0)
        {
            ScanWithoutBody(method);
            return;
        }

        MethodBodyBlock body = method.Assembly.Image.GetMethodBody(method.Definition.RelativeVirtualAddress);
        if (body.ExceptionRegions.Length > 0 && !RealtimeAllowList.MayCatch(method.ToString()))
        {
            Report(method, body.ExceptionRegions[0].TryOffset, "a try block (only the wrapper that the host enters through has one)");
        }

        foreach (Instruction instruction in InstructionReader.Read(body))
        {
            ScanInstruction(method, instruction);
        }
    }

    private void ScanWithoutBody(MethodKey method)
    {
        if ((method.Definition.Attributes & MethodAttributes.PinvokeImpl) != 0)
        {
            Report(method, 0, "calls into a native library");
        }
        else if ((method.Definition.ImplAttributes & MethodImplAttributes.Runtime) != 0)
        {
            Report(method, 0, "calls a delegate");
        }
    }

    private void ScanInstruction(MethodKey method, Instruction instruction)
    {
        switch ((ILOpCode)unchecked((ushort)instruction.OpCode.Value))
        {
            case ILOpCode.Newarr:
                Report(method, instruction.Offset, "newarr: allocates an array");
                break;
            case ILOpCode.Box:
                Report(method, instruction.Offset, $"box: allocates a box for {TypeName(method, instruction)}");
                break;
            case ILOpCode.Throw or ILOpCode.Rethrow:
                Report(method, instruction.Offset, $"{instruction.OpCode.Name}: throws");
                break;
            case ILOpCode.Newobj:
                ScanNewObject(method, instruction);
                break;
            case ILOpCode.Call or ILOpCode.Callvirt or ILOpCode.Jmp:
                ScanCall(method, instruction);
                break;
            case ILOpCode.Calli:
                ScanPointerCall(method, instruction);
                break;
            case ILOpCode.Ldsfld or ILOpCode.Ldsflda or ILOpCode.Stsfld:
                ScanStaticField(method, instruction);
                break;
        }
    }

    private void ScanNewObject(MethodKey method, Instruction instruction)
    {
        MethodTarget constructor = method.Assembly.MethodBehind(MetadataTokens.EntityHandle(instruction.Token));
        bool isValueType = constructor.Type is { } type
            && (type.IsValueType ?? _code.IsValueType(type) ?? Type.GetType($"{type.FullName}, {type.Assembly}")?.IsValueType ?? false);
        if (!isValueType)
        {
            Report(method, instruction.Offset, $"newobj: allocates a {constructor.Type?.FullName ?? "multi-dimensional array"}");
        }
        else
        {
            ScanCall(method, instruction);
        }
    }

    private void ScanCall(MethodKey method, Instruction instruction)
    {
        MethodTarget target = method.Assembly.MethodBehind(MetadataTokens.EntityHandle(instruction.Token));
        MethodTarget named = target with { Type = target.Type is { } type ? type with { IsValueType = null } : null };
        if (_code.Find(named) is { } own)
        {
            ScanOwnCall(method, instruction, own);
        }
        else if (target.Type is null)
        {
            Report(method, instruction.Offset, $"{instruction.OpCode.Name}: {target.FullName} of a multi-dimensional array");
        }
        else if (target.Type.FullName.StartsWith("System.Threading.Monitor", StringComparison.Ordinal)
            || target.Type.FullName == "System.Threading.Lock")
        {
            Report(method, instruction.Offset, $"{instruction.OpCode.Name}: locks ({target.FullName})");
        }
        else if (!RealtimeAllowList.Allows(target.Type.FullName, target.Name))
        {
            Report(method, instruction.Offset, $"{instruction.OpCode.Name}: {target.FullName} is not on the list of what is safe");
        }
    }

    private void ScanOwnCall(MethodKey method, Instruction instruction, MethodKey target)
    {
        bool dispatched = instruction.OpCode == OpCodes.Callvirt && target.IsOverridable;
        if (dispatched && !_code.Marked.Contains(target))
        {
            Report(method, instruction.Offset, $"callvirt: {target} may run any override, and is not marked [RealtimeSafe]");
            return;
        }

        Reach(target, method.ToString());
        bool touchesStatics = (target.Definition.Attributes & MethodAttributes.Static) != 0 || instruction.OpCode == OpCodes.Newobj;
        if (touchesStatics && _code.Initialiser(target.Target.Type!) is { } initialiser)
        {
            Reach(initialiser, method.ToString());
        }
    }

    private void ScanPointerCall(MethodKey method, Instruction instruction)
    {
        StandaloneSignature signature = method.Assembly.Reader
            .GetStandaloneSignature((StandaloneSignatureHandle)MetadataTokens.Handle(instruction.Token));
        SignatureCallingConvention convention =
            signature.DecodeMethodSignature(new SignatureTypeReader(method.Assembly), null).Header.CallingConvention;
        if (convention is SignatureCallingConvention.Default or SignatureCallingConvention.VarArgs
            && !RealtimeAllowList.MayCallPointers(method.Target.Type!.FullName))
        {
            Report(method, instruction.Offset, "calli: calls managed code that nobody can follow");
        }
    }

    private void ScanStaticField(MethodKey method, Instruction instruction)
    {
        EntityHandle handle = MetadataTokens.EntityHandle(instruction.Token);
        NamedType? type = handle.Kind == HandleKind.FieldDefinition
            ? method.Assembly.NameOf(method.Assembly.Reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType())
            : method.Assembly.TypeBehind(method.Assembly.Reader.GetMemberReference((MemberReferenceHandle)handle).Parent);
        if (type is not null && _code.Initialiser(type) is { } initialiser)
        {
            Reach(initialiser, method.ToString());
        }
    }

    private static string TypeName(MethodKey method, Instruction instruction) =>
        method.Assembly.TypeBehind(MetadataTokens.EntityHandle(instruction.Token))?.FullName ?? "a type parameter";

    private void Report(MethodKey method, int offset, string what)
    {
        List<string> path = [];
        for (string from = _reachedFrom[method]; from.Length > 0 && path.Count < 16;)
        {
            path.Add(from);
            from = _reachedFrom.FirstOrDefault(reached => reached.Key.ToString() == from).Value ?? string.Empty;
        }

        string reached = path.Count == 0 ? string.Empty : $" (reached from {string.Join(" < ", path)})";
        _findings.Add(new Finding($"{method} IL_{offset:X4}", $"{what}{reached}"));
    }
}
