using System.Buffers;
using System.Text;
using Google.Protobuf;

namespace GrooveGuru.ModelBuild.Onnx;

/// <summary>A protobuf message that is written field by field.</summary>
internal sealed class ProtoMessage
{
    private const int MaxHeadBytes = 32;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Adds a whole number.</summary>
    public void Number(int field, long value) => Append(head =>
    {
        head.WriteTag(field, WireFormat.WireType.Varint);
        head.WriteInt64(value);
    });

    /// <summary>Adds text.</summary>
    public void Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Adds bytes.</summary>
    public void Bytes(int field, byte[] value)
    {
        Append(head =>
        {
            head.WriteTag(field, WireFormat.WireType.LengthDelimited);
            head.WriteLength(value.Length);
        });
        _bytes.Write(value);
    }

    /// <summary>Adds a message.</summary>
    public void Nested(int field, ProtoMessage message) => Bytes(field, message.ToBytes());

    /// <summary>What was added until now.</summary>
    public byte[] ToBytes() => _bytes.WrittenSpan.ToArray();

    private void Append(Action<CodedOutputStream> write)
    {
        byte[] head = new byte[MaxHeadBytes];
        using CodedOutputStream stream = new(head);
        write(stream);
        _bytes.Write(head.AsSpan(0, MaxHeadBytes - stream.SpaceLeft));
    }
}
