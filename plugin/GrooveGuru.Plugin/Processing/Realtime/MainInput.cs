using GrooveGuru.Core.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>What of a host's block is heard: the first one or two channels of the main bus, 32-bit.</summary>
[RealtimeSafe]
internal static unsafe class MainInput
{
    /// <summary>The most channels that are heard; further channels only pass through.</summary>
    public const int MaxChannels = 2;

    /// <summary>How many channels can be heard: 0 without samples, without an input bus or with a missing buffer, else 1 or 2.</summary>
    /// <remarks>
    /// Samples under a silence flag are heard as they lie there: a host that sets it has to write zeros, and one that does not is heard
    /// as it sounds, because that is what the output passes on.
    /// </remarks>
    public static int ChannelCount(ProcessData* data)
    {
        if (data->SymbolicSampleSize != SampleSize.Float32 || data->SampleCount <= 0 || data->InputCount <= 0 || data->Inputs == null)
        {
            return 0;
        }

        AudioBusBuffers* bus = data->Inputs;
        int channels = bus->ChannelCount < MaxChannels ? bus->ChannelCount : MaxChannels;
        return channels <= 0 || bus->Channels == null || bus->Channels[0] == null || (channels > 1 && bus->Channels[1] == null) ? 0 : channels;
    }

    /// <summary>The samples of a channel below <see cref="ChannelCount"/>.</summary>
    public static float* Samples(ProcessData* data, int channel) => (float*)data->Inputs->Channels[channel];
}
