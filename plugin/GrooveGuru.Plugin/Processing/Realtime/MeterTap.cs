using GrooveGuru.Core.Loudness.Realtime;
using GrooveGuru.Core.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>Lets the meters hear what comes in on the main bus.</summary>
[RealtimeSafe]
internal static unsafe class MeterTap
{
    /// <summary>Measures one block of 32-bit samples. [audio-thread]</summary>
    /// <param name="meters">The meters.</param>
    /// <param name="data">The host's block; nothing is heard without an input bus or with a missing buffer, and of many channels two.</param>
    /// <returns>Whether all samples that were heard are finite; true where none was.</returns>
    public static bool Measure(TrackMeters meters, ProcessData* data)
    {
        if (data->SymbolicSampleSize != SampleSize.Float32 || data->SampleCount <= 0 || data->InputCount <= 0 || data->Inputs == null)
        {
            return true;
        }

        // Samples under a silence flag are heard as they lie there: a host that sets it has to write zeros, and one that does not
        // is measured as it sounds, because that is what the output passes on.
        AudioBusBuffers* bus = data->Inputs;
        int channels = bus->ChannelCount < TrackMeters.MaxChannels ? bus->ChannelCount : TrackMeters.MaxChannels;
        if (channels <= 0 || bus->Channels == null || bus->Channels[0] == null || (channels > 1 && bus->Channels[1] == null))
        {
            return true;
        }

        return meters.Process(
            new ReadOnlySpan<float>(bus->Channels[0], data->SampleCount),
            channels > 1 ? new ReadOnlySpan<float>(bus->Channels[1], data->SampleCount) : default);
    }
}
