using GrooveGuru.Core.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>Puts what comes in on the main bus into the ring, with where it lies in the project.</summary>
[RealtimeSafe]
internal static unsafe class CaptureTap
{
    /// <summary>The longest record, frames; longer blocks become several.</summary>
    public const int MaxRecordFrames = 4096;

    /// <summary>Captures one block of 32-bit samples. [audio-thread]</summary>
    /// <param name="ring">Where it goes.</param>
    /// <param name="data">The host's block; nothing is captured without an input bus or with a missing buffer.</param>
    /// <param name="sampleRateHz">Sample rate, Hz, rounded.</param>
    /// <param name="streamPositionFrames">Frames since capture began.</param>
    /// <returns>Frames since capture began, with those of this block, also where the ring had no room for them.</returns>
    /// <remarks>Blocks with a sample that is NaN or infinite are marked; the samples themselves stay as they are.</remarks>
    public static long Capture(RingMemory* ring, ProcessData* data, int sampleRateHz, long streamPositionFrames)
    {
        int channels = MainInput.ChannelCount(data);
        if (channels == 0)
        {
            return streamPositionFrames;
        }

        CaptureHeader header = default;
        header.ChannelCount = channels;
        header.SampleRateHz = sampleRateHz;
        ReadTransport(data, ref header);

        for (int start = 0; start < data->SampleCount; start += header.FrameCount)
        {
            int remaining = data->SampleCount - start;
            header.FrameCount = remaining < MaxRecordFrames ? remaining : MaxRecordFrames;
            header.StreamPositionFrames = streamPositionFrames;
            _ = RingWriter.TryWriteInterleaved(
                ring, in header, MainInput.Samples(data, 0) + start, channels > 1 ? MainInput.Samples(data, 1) + start : null);
            streamPositionFrames += header.FrameCount;
            if ((header.Flags & CaptureFlags.Playing) != 0)
            {
                header.ProjectTimeFrames += header.FrameCount;
                header.ProjectTimeQuarters += header.FrameCount * header.TempoBpm / (60.0 * sampleRateHz);
            }
        }

        return streamPositionFrames;
    }

    private static void ReadTransport(ProcessData* data, ref CaptureHeader header)
    {
        if (data->ProcessMode == ProcessMode.Offline)
        {
            header.Flags |= CaptureFlags.Offline;
        }

        ProcessContext* context = data->Context;
        if (context == null)
        {
            return;
        }

        ProcessContextState state = (ProcessContextState)context->State;
        header.Flags |= CaptureFlags.HasProjectTime;
        header.ProjectTimeFrames = context->ProjectTimeSamples;
        if ((state & ProcessContextState.Playing) != 0)
        {
            header.Flags |= CaptureFlags.Playing;
        }

        if ((state & ProcessContextState.ProjectTimeMusicValid) != 0 && double.IsFinite(context->ProjectTimeMusic))
        {
            header.Flags |= CaptureFlags.HasQuarters;
            header.ProjectTimeQuarters = context->ProjectTimeMusic;
        }

        if ((state & ProcessContextState.TempoValid) != 0 && double.IsFinite(context->Tempo) && context->Tempo > 0)
        {
            header.Flags |= CaptureFlags.HasTempo;
            header.TempoBpm = context->Tempo;
        }

        if ((state & ProcessContextState.TimeSignatureValid) != 0
            && context->TimeSignatureNumerator > 0 && context->TimeSignatureDenominator > 0)
        {
            header.Flags |= CaptureFlags.HasMeter;
            header.MeterNumerator = context->TimeSignatureNumerator;
            header.MeterDenominator = context->TimeSignatureDenominator;
        }
    }
}
