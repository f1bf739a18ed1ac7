using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Google.Protobuf;

namespace GrooveGuru.Contracts.Wire;

/// <summary>Writes length-prefixed messages; its one buffer is used again for every message of a call.</summary>
/// <param name="maxSendBytes">The largest message that is sent.</param>
internal sealed class GrpcFrameBuffer(int maxSendBytes)
{
    // A single large report must not stay in memory for as long as a call that otherwise sends small chunks.
    private const int LargestKeptBytes = 256 * 1024;

    private byte[] _buffer = [];

    /// <summary>One message with its prefix.</summary>
    /// <returns>The bytes, which hold until the next call.</returns>
    /// <exception cref="GrpcException">RESOURCE_EXHAUSTED: it is larger than may be sent. Nothing was written.</exception>
    public ReadOnlyMemory<byte> Frame(IMessage message)
    {
        int length = CheckedSize(message, maxSendBytes);
        int total = length + GrpcMessageReader.PrefixBytes;
        byte[] buffer = _buffer;
        if (buffer.Length < total)
        {
            buffer = GC.AllocateUninitializedArray<byte>(total);
            if (total <= LargestKeptBytes)
            {
                _buffer = buffer;
            }
        }

        WritePrefix(buffer, length);
        message.WriteTo(buffer.AsSpan(GrpcMessageReader.PrefixBytes, length));
        return buffer.AsMemory(0, total);
    }

    /// <summary>Writes one message with its prefix straight into a pipe, without a flush.</summary>
    /// <exception cref="GrpcException">RESOURCE_EXHAUSTED: it is larger than may be sent. Nothing was written.</exception>
    public static void Write(PipeWriter pipe, IMessage message, int maxSendBytes)
    {
        int length = CheckedSize(message, maxSendBytes);
        WritePrefix(pipe.GetSpan(GrpcMessageReader.PrefixBytes), length);
        pipe.Advance(GrpcMessageReader.PrefixBytes);
        message.WriteTo((IBufferWriter<byte>)pipe);
    }

    private static int CheckedSize(IMessage message, int maxSendBytes)
    {
        int length = message.CalculateSize();
        return length <= maxSendBytes
            ? length
            : throw new GrpcException(
                GrpcStatusCode.ResourceExhausted, $"A message of {length} bytes was to be sent; at most {maxSendBytes} are.");
    }

    private static void WritePrefix(Span<byte> prefix, int length)
    {
        prefix[0] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(prefix[1..], (uint)length);
    }
}
