using GrooveGuru.Core.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>Puts what comes in on the main bus into the ring, with where it lies in the project.</summary>
[RealtimeSafe]
internal sealed unsafe class CaptureTap
{
    /// <summary>The most channels that are captured; further channels only pass through.</summary>
    public const int MaxChannels = 2;

    /// <summary>The longest record, frames; longer blocks become several.</summary>
    public const int MaxRecordFrames = 4096;

    private long _streamPositionFrames;

    /// <summary>Captures one block of 32-bit samples. [audio-thread]</summary>
    /// <param name="ring">Where it goes.</param>
    /// <param name="data">The host's block; nothing is captured without an input bus or with a missing buffer.</param>
    /// <param name="sampleRateHz">Sample rate, Hz, rounded.</param>
    /// <param name="isFinite">Whether no sample is NaN or infinite: marked where not, the samples themselves stay as they are.</param>
    public void Capture(CaptureRing ring, ProcessData* data, int sampleRateHz, bool isFinite = true)
    {
        if (data->SymbolicSampleSize != SampleSize.Float32 || data->SampleCount <= 0 || data->InputCount <= 0 || data->Inputs == null)
        {
            return;
        }

        AudioBusBuffers* bus = data->Inputs;
        int channels = bus->ChannelCount < MaxChannels ? bus->ChannelCount : MaxChannels;
        if (channels <= 0 || bus->Channels == null || bus->Channels[0] == null || (channels > 1 && bus->Channels[1] == null))
        {
            return;
        }

        CaptureHeader header = default;
        header.ChannelCount = channels;
        header.SampleRateHz = sampleRateHz;
        header.Flags = isFinite ? CaptureFlags.None : CaptureFlags.HasNonFinite;
        ReadTransport(data, ref header);

        float* left = (float*)bus->Channels[0];
        float* right = channels > 1 ? (float*)bus->Channels[1] : null;
        for (int start = 0; start < data->SampleCount; start += header.FrameCount)
        {
            int remaining = data->SampleCount - start;
            header.FrameCount = remaining < MaxRecordFrames ? remaining : MaxRecordFrames;
            header.StreamPositionFrames = _streamPositionFrames;
            ring.TryWrite(
                in header,
                new ReadOnlySpan<float>(left + start, header.FrameCount),
                right == null ? default : new ReadOnlySpan<float>(right + start, header.FrameCount));
            _streamPositionFrames += header.FrameCount;
            if ((header.Flags & CaptureFlags.Playing) != 0)
            {
                header.ProjectTimeFrames += header.FrameCount;
                header.ProjectTimeQuarters += header.FrameCount * header.TempoBpm / (60.0 * sampleRateHz);
            }
        }
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
