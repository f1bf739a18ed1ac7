using Google.Protobuf;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Processing.Realtime;

namespace GrooveGuru.Plugin.BridgeClient;

/// <summary>Joins captured blocks to messages of up to 64 KiB; the buffers are used again for each message.</summary>
internal sealed class ChunkAssembler
{
    /// <summary>The most sample bytes of one message.</summary>
    public const int MaxBytes = 64 * 1024;

    private readonly byte[] _samples = new byte[MaxBytes];
    private readonly AudioChunk _chunk = new() { Transport = new Transport() };
    private readonly CaptureUp _message = new();

    /// <summary>The next message.</summary>
    /// <param name="ring">Where the blocks wait.</param>
    /// <returns>A message that holds until the next call; null where nothing waits.</returns>
    public CaptureUp? Next(CaptureRing ring)
    {
        CaptureHeader first = default;
        int frames = 0;
        int bytes = 0;
        while (ring.TryPeek(out CaptureHeader header, out ReadOnlySpan<byte> samples))
        {
            if (frames == 0)
            {
                first = header;
            }
            else if (bytes + samples.Length > MaxBytes || !Continues(first, frames, header))
            {
                break;
            }

            samples.CopyTo(_samples.AsSpan(bytes));
            bytes += samples.Length;
            frames += header.FrameCount;
            ring.Advance();
        }

        if (frames == 0)
        {
            return null;
        }

        _chunk.SampleRateHz = first.SampleRateHz;
        _chunk.ChannelCount = first.ChannelCount;
        _chunk.StreamPositionFrames = first.StreamPositionFrames;
        _chunk.Samples = UnsafeByteOperations.UnsafeWrap(_samples.AsMemory(0, bytes));
        Describe(first, _chunk.Transport);
        _message.Audio = _chunk;
        return _message;
    }

    // A message has one transport, at its first frame: what does not follow from it begins a new message.
    private static bool Continues(in CaptureHeader first, int frames, in CaptureHeader next)
        => next.SampleRateHz == first.SampleRateHz
        && next.ChannelCount == first.ChannelCount
        && ((next.Flags ^ first.Flags) & ~CaptureFlags.HasNonFinite) == 0
        && next.TempoBpm == first.TempoBpm
        && next.MeterNumerator == first.MeterNumerator
        && next.MeterDenominator == first.MeterDenominator
        && next.StreamPositionFrames == first.StreamPositionFrames + frames
        && ((first.Flags & CaptureFlags.HasProjectTime) == 0
            || next.ProjectTimeFrames == first.ProjectTimeFrames + ((first.Flags & CaptureFlags.Playing) != 0 ? frames : 0));

    private static void Describe(in CaptureHeader header, Transport transport)
    {
        transport.Playing = (header.Flags & CaptureFlags.Playing) != 0;
        transport.Offline = (header.Flags & CaptureFlags.Offline) != 0;
        transport.ClearProjectTimeFrames();
        transport.ClearProjectTimeQuarters();
        transport.ClearTempoBpm();
        transport.ClearMeterNumerator();
        transport.ClearMeterDenominator();
        if ((header.Flags & CaptureFlags.HasProjectTime) != 0)
        {
            transport.ProjectTimeFrames = header.ProjectTimeFrames;
        }

        if ((header.Flags & CaptureFlags.HasQuarters) != 0)
        {
            transport.ProjectTimeQuarters = header.ProjectTimeQuarters;
        }

        if ((header.Flags & CaptureFlags.HasTempo) != 0)
        {
            transport.TempoBpm = header.TempoBpm;
        }

        if ((header.Flags & CaptureFlags.HasMeter) != 0)
        {
            transport.MeterNumerator = header.MeterNumerator;
            transport.MeterDenominator = header.MeterDenominator;
        }
    }
}
