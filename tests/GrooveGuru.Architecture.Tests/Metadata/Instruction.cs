using System.Reflection.Emit;

namespace GrooveGuru.Architecture.Tests.Metadata;

/// <summary>One instruction of a method body.</summary>
/// <param name="Offset">Bytes from the start of the body's code.</param>
/// <param name="OpCode">What it does.</param>
/// <param name="Token">Its metadata token; 0 where it has none.</param>
internal readonly record struct Instruction(int Offset, OpCode OpCode, int Token)
{
    /// <summary>Whether the operand is a type, method or field.</summary>
    public bool HasToken => OpCode.OperandType
        is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok;
}
