using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace GrooveGuru.Architecture.Tests.Metadata;

/// <summary>Takes a method body apart into instructions (ECMA-335, partition III).</summary>
internal static class InstructionReader
{
    private const byte TwoByteLead = 0xFE;

    private static readonly Dictionary<ushort, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => unchecked((ushort)code.Value));

    /// <summary>The instructions of a body, in order.</summary>
    public static IReadOnlyList<Instruction> Read(MethodBodyBlock body)
    {
        List<Instruction> instructions = [];
        BlobReader code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            int offset = code.Offset;
            ushort value = code.ReadByte();
            if (value == TwoByteLead)
            {
                value = (ushort)((value << 8) | code.ReadByte());
            }

            OpCode opCode = OpCodesByValue[value];
            instructions.Add(new Instruction(offset, opCode, ReadOperand(ref code, opCode.OperandType)));
        }

        return instructions;
    }

    private static int ReadOperand(ref BlobReader code, OperandType type)
    {
        switch (type)
        {
            case OperandType.InlineNone:
                return 0;
            case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                code.Offset += 1;
                return 0;
            case OperandType.InlineVar:
                code.Offset += 2;
                return 0;
            case OperandType.InlineI8 or OperandType.InlineR:
                code.Offset += 8;
                return 0;
            case OperandType.InlineSwitch:
                int targets = code.ReadInt32();
                code.Offset += 4 * targets;
                return 0;
            case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
                or OperandType.InlineSig or OperandType.InlineString:
                return code.ReadInt32();
            default:
                code.Offset += 4;
                return 0;
        }
    }
}
