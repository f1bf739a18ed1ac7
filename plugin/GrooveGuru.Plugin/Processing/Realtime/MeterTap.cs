using GrooveGuru.Core.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>Puts what comes in on the main bus where the meters take it from, on a thread of their own.</summary>
[RealtimeSafe]
internal static unsafe class MeterTap
{
    /// <summary>Adds one block of 32-bit samples. [audio-thread]</summary>
    /// <param name="ring">Where it goes; the channels lie one behind the other.</param>
    /// <param name="data">The host's block.</param>
    /// <param name="positionFrames">Frames so far: a jump between two blocks tells the meters that something is missing.</param>
    /// <returns>Frames so far with those of this block, also where the ring had no room for them.</returns>
    public static long Add(RingMemory* ring, ProcessData* data, long positionFrames)
    {
        int channels = MainInput.ChannelCount(data);
        if (channels == 0)
        {
            return positionFrames;
        }

        CaptureHeader header = default;
        header.ChannelCount = channels;
        for (int start = 0; start < data->SampleCount; start += header.FrameCount)
        {
            int remaining = data->SampleCount - start;
            header.FrameCount = remaining < CaptureTap.MaxRecordFrames ? remaining : CaptureTap.MaxRecordFrames;
            header.StreamPositionFrames = positionFrames;
            _ = RingWriter.TryWritePlanar(
                ring, in header, MainInput.Samples(data, 0) + start, channels > 1 ? MainInput.Samples(data, 1) + start : null);
            positionFrames += header.FrameCount;
        }

        return positionFrames;
    }
}
