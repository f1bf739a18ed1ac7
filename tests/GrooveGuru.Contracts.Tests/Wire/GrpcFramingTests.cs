using System.Buffers.Binary;
using System.IO.Pipelines;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;

namespace GrooveGuru.Contracts.Tests.Wire;

public sealed class GrpcFramingTests
{
    private const int MaxBytes = 100_000;

    [Fact]
    public void Messages_CutAnywhere_ComeBackTheSame()
    {
        Gen<(int[] Lengths, int[] Cuts)> cases =
            from lengths in Gen.Choose(0, 5000).ArrayOf()
            from cuts in Gen.Choose(1, 700).NonEmptyListOf()
            select (lengths, cuts.ToArray());

        Prop.ForAll(cases.ToArbitrary(), test =>
        {
            List<ImportHeader> sent = [.. test.Lengths.Select((length, i) => new ImportHeader { Name = new string((char)('a' + (i % 26)), length) })];
            byte[] bytes = Frames(sent);
            Assert.Equal(sent, ReadAllAsync(bytes, test.Cuts).GetAwaiter().GetResult());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Writers_BufferAndPipe_WriteTheSameBytes()
    {
        var message = new ImportUp { Audio = TestHandlers.Chunk(6000) };
        var pipe = new Pipe();
        GrpcFrameBuffer.Write(pipe.Writer, message, MaxBytes);
        await pipe.Writer.CompleteAsync();
        using var written = new MemoryStream();
        await pipe.Reader.CopyToAsync(written);

        Assert.Equal(written.ToArray(), Frames([message]));
    }

    [Fact]
    public void FrameBuffer_UsedAgain_LeavesNothingOfTheMessageBefore()
    {
        var buffer = new GrpcFrameBuffer(MaxBytes);
        buffer.Frame(new ImportHeader { Name = new string('x', 1000) });

        byte[] second = buffer.Frame(new ImportHeader { Name = "y" }).ToArray();

        Assert.Equal([0, 0, 0, 0, 3, 10, 1, (byte)'y'], second);
    }

    [Fact]
    public async Task Message_AtTheBound_IsTakenAndOneByteMoreIsNot()
    {
        // Two bytes of tag and length go before 100 characters.
        var message = new ImportHeader { Name = new string('x', 100) };
        byte[] bytes = Frames([message]);
        Assert.Equal(102, message.CalculateSize());

        Assert.Equal([message], await ReadAllAsync(bytes, [bytes.Length], maxBytes: 102));
        await FailsAsync(GrpcStatusCode.ResourceExhausted, bytes, maxBytes: 101);
        Assert.Equal(
            GrpcStatusCode.ResourceExhausted,
            Assert.Throws<GrpcException>(() => new GrpcFrameBuffer(101).Frame(message)).Code);
    }

    [Fact]
    public async Task TooLarge_IsRefusedFromThePrefixAlone()
    {
        byte[] prefix = new byte[5];
        BinaryPrimitives.WriteUInt32BigEndian(prefix.AsSpan(1), uint.MaxValue);

        await FailsAsync(GrpcStatusCode.ResourceExhausted, prefix, complete: false);
    }

    [Fact]
    public async Task CutOff_AtAnyByte_IsAnErrorAndNeverAMessage()
    {
        byte[] whole = Frames([new ImportHeader { Name = "a name" }]);
        for (int length = 1; length < whole.Length; length++)
        {
            await FailsAsync(GrpcStatusCode.Internal, whole[..length]);
        }
    }

    [Theory]
    [InlineData(1, GrpcStatusCode.Unimplemented)]
    [InlineData(2, GrpcStatusCode.Internal)]
    [InlineData(255, GrpcStatusCode.Internal)]
    public async Task Flag_OtherThanPlain_IsRefused(byte flag, GrpcStatusCode expected)
    {
        byte[] bytes = Frames([new ImportHeader { Name = "a" }]);
        bytes[0] = flag;

        await FailsAsync(expected, bytes);
    }

    [Fact]
    public async Task Body_ThatIsNoMessage_IsInternal() =>
        await FailsAsync(GrpcStatusCode.Internal, [0, 0, 0, 0, 2, 10, 200]);

    [Fact]
    public void AnyBytes_EndInAMessageOrAStatus()
    {
        Prop.ForAll<byte[], byte>((bytes, cut) =>
        {
            try
            {
                ReadAllAsync(bytes, [cut + 1]).GetAwaiter().GetResult();
            }
            catch (GrpcException)
            {
                // The one way in which bytes may be refused.
            }
        }).QuickCheckThrowOnFailure();
    }

    private static byte[] Frames(IEnumerable<IMessage> messages)
    {
        var buffer = new GrpcFrameBuffer(MaxBytes);
        return [.. messages.SelectMany(message => buffer.Frame(message).ToArray())];
    }

    private static async Task FailsAsync(GrpcStatusCode expected, byte[] bytes, int maxBytes = MaxBytes, bool complete = true)
    {
        GrpcException error = await Assert.ThrowsAsync<GrpcException>(() =>
            ReadAllAsync(bytes, [bytes.Length], maxBytes, complete).WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal(expected, error.Code);
    }

    private static async Task<List<ImportHeader>> ReadAllAsync(
        byte[] bytes, int[] cuts, int maxBytes = MaxBytes, bool complete = true)
    {
        var pipe = new Pipe(new PipeOptions(minimumSegmentSize: 16, pauseWriterThreshold: 0));
        Task writing = WriteAsync(pipe.Writer, bytes, cuts, complete);
        var reader = new GrpcMessageReader(pipe.Reader, maxBytes, GrpcStatusCode.Unimplemented);
        List<ImportHeader> messages = [];
        while (await reader.ReadAsync(ImportHeader.Parser, CancellationToken.None) is { } message)
        {
            messages.Add(message);
        }

        await writing;
        return messages;
    }

    private static async Task WriteAsync(PipeWriter pipe, byte[] bytes, int[] cuts, bool complete)
    {
        int at = 0;
        for (int i = 0; at < bytes.Length; i++)
        {
            int length = Math.Min(cuts[i % cuts.Length], bytes.Length - at);
            await pipe.WriteAsync(bytes.AsMemory(at, length));
            at += length;
        }

        if (complete)
        {
            await pipe.CompleteAsync();
        }
    }
}
