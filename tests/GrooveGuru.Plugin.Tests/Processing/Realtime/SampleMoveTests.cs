using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Processing.Realtime;

namespace GrooveGuru.Plugin.Tests.Processing.Realtime;

public sealed unsafe class SampleMoveTests : IDisposable
{
    private const int Room = 1024;
    private readonly byte* _memory = (byte*)NativeMemory.Alloc(Room);

    public void Dispose() => NativeMemory.Free(_memory);

    [Theory]
    [InlineData(600)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(-1)]
    [InlineData(-7)]
    [InlineData(-16)]
    [InlineData(-33)]
    public void Copy_OfAnyLengthAtAnyDistance_IsThatOfTheClassLibrary(int distance)
    {
        const int Start = 100;
        for (int length = 0; length <= 256; length++)
        {
            byte[] expected = Fill();
            expected.AsSpan(Start, length).CopyTo(expected.AsSpan(Start + distance));

            SampleMove.Copy(_memory + Start, _memory + Start + distance, (nuint)length);

            Assert.True(expected.AsSpan().SequenceEqual(new Span<byte>(_memory, Room)), $"{length} bytes");
        }
    }

    [Fact]
    public void Clear_OfAnyLength_WritesZerosAndNothingElse()
    {
        for (int length = 0; length <= 256; length++)
        {
            byte[] expected = Fill();
            expected.AsSpan(33, length).Clear();

            SampleMove.Clear(_memory + 33, (nuint)length);

            Assert.True(expected.AsSpan().SequenceEqual(new Span<byte>(_memory, Room)), $"{length} bytes");
        }
    }

    [Fact]
    public void Swap_OfTwoBuffers_ExchangesThem()
    {
        byte[] before = Fill();

        SampleMove.Swap(_memory, _memory + 512, 256);

        Assert.True(before.AsSpan(512, 256).SequenceEqual(new Span<byte>(_memory, 256)));
        Assert.True(before.AsSpan(0, 256).SequenceEqual(new Span<byte>(_memory + 512, 256)));
    }

    [Theory]
    [InlineData(0x7F800000u, false)] // infinity
    [InlineData(0xFF800000u, false)]
    [InlineData(0x7F800001u, false)] // signalling NaN
    [InlineData(0xFFFFFFFFu, false)]
    [InlineData(0x7F7FFFFFu, true)] // the greatest number
    [InlineData(0xFF7FFFFFu, true)]
    [InlineData(0x00000001u, true)] // the least
    [InlineData(0x80000000u, true)] // -0
    public void Interleave_OfAnySample_KeepsItsBitsAndTellsWhetherItIsFinite(uint bits, bool isFinite)
    {
        for (int frames = 1; frames <= 256; frames = frames < 20 ? frames + 1 : frames * 3)
        {
            for (int channel = 0; channel < 2; channel++)
            {
                uint[][] channels = [Rising(0, frames), Rising(1000, frames)];
                channels[channel][frames / 2] = bits;
                uint[] interleaved = new uint[2 * frames];
                uint[] single = new uint[frames];
                fixed (uint* left = channels[0], right = channels[1], both = interleaved, one = single)
                {
                    Assert.Equal(isFinite, SampleMove.Interleave(left, right, both, frames));
                    Assert.Equal(isFinite || channel == 1, SampleMove.Interleave(left, null, one, frames));
                }

                Assert.Equal(channels[0].Zip(channels[1]).SelectMany(pair => new[] { pair.First, pair.Second }), interleaved);
                Assert.Equal(channels[0], single);
            }
        }
    }

    private static uint[] Rising(int first, int count) => [.. Enumerable.Range(first, count).Select(number => (uint)number)];

    private byte[] Fill()
    {
        byte[] bytes = new byte[Room];
        new Random(5).NextBytes(bytes);
        bytes.CopyTo(new Span<byte>(_memory, Room));
        return bytes;
    }
}
