using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace GrooveGuru.Contracts.Wire;

/// <summary>Takes length-prefixed messages off a pipe, however the bytes were cut on their way.</summary>
/// <param name="pipe">The bytes; the caller completes it.</param>
/// <param name="maxReceiveBytes">The largest message; a larger one is refused before it is buffered.</param>
/// <param name="compressedCode">What a compressed message ends the call with: a server says UNIMPLEMENTED, a client INTERNAL.</param>
internal sealed class GrpcMessageReader(PipeReader pipe, int maxReceiveBytes, GrpcStatusCode compressedCode)
{
    /// <summary>Bytes before each message: a compressed flag and a big-endian length.</summary>
    public const int PrefixBytes = 5;

    /// <summary>The next message.</summary>
    /// <returns>The message; null when the bytes ended after a whole message.</returns>
    /// <exception cref="GrpcException">Too large, compressed, cut off, or not the message that was expected.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T?> ReadAsync<T>(MessageParser<T> parser, CancellationToken cancellation)
        where T : class, IMessage<T>
    {
        while (true)
        {
            ReadResult read = await pipe.ReadAsync(cancellation).ConfigureAwait(false);
            ReadOnlySequence<byte> bytes = read.Buffer;
            SequencePosition consumed = bytes.Start;
            SequencePosition examined = bytes.End;
            try
            {
                if (TrySlice(bytes, out ReadOnlySequence<byte> body))
                {
                    consumed = examined = body.End;
                    return Parse(parser, body);
                }

                if (read.IsCompleted)
                {
                    return bytes.IsEmpty ? null : throw new GrpcException(GrpcStatusCode.Internal, "The last message was cut off.");
                }
            }
            finally
            {
                pipe.AdvanceTo(consumed, examined);
            }
        }
    }

    private static T Parse<T>(MessageParser<T> parser, ReadOnlySequence<byte> body)
        where T : class, IMessage<T>
    {
        try
        {
            return parser.ParseFrom(body);
        }
        catch (InvalidProtocolBufferException cause)
        {
            throw new GrpcException(GrpcStatusCode.Internal, "A message could not be read: it is not what this method takes.", cause);
        }
    }

    private bool TrySlice(ReadOnlySequence<byte> bytes, out ReadOnlySequence<byte> body)
    {
        body = default;
        if (bytes.Length < PrefixBytes)
        {
            return false;
        }

        Span<byte> prefix = stackalloc byte[PrefixBytes];
        bytes.Slice(0, PrefixBytes).CopyTo(prefix);
        if (prefix[0] != 0)
        {
            throw prefix[0] == 1
                ? new GrpcException(compressedCode, "A message is compressed, which is not spoken here; send it plain (identity).")
                : new GrpcException(GrpcStatusCode.Internal, "A message does not begin with a length prefix.");
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        if (length > maxReceiveBytes)
        {
            throw new GrpcException(
                GrpcStatusCode.ResourceExhausted, $"A message of {length} bytes came; at most {maxReceiveBytes} are taken.");
        }

        if (bytes.Length - PrefixBytes < length)
        {
            return false;
        }

        body = bytes.Slice(PrefixBytes, length);
        return true;
    }
}
