using GrooveGuru.Core.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>Copies the input to the output bit for bit, whatever buffers the host gives.</summary>
[RealtimeSafe]
internal static unsafe class PassThrough
{
    /// <summary>Copies the main bus; every further output bus is silent. [audio-thread]</summary>
    /// <param name="data">
    /// The host's block. In place, missing buses, missing buffers and differing channel counts are all met: one input channel goes
    /// to every output channel, an output channel without an input is silent.
    /// </param>
    public static void Process(ProcessData* data)
    {
        if (data->Outputs == null || data->SampleCount <= 0)
        {
            return;
        }

        nuint bytes = (nuint)data->SampleCount * (data->SymbolicSampleSize == SampleSize.Float64 ? 8u : 4u);
        for (int bus = 0; bus < data->OutputCount; bus++)
        {
            bool hasInput = bus == 0 && data->Inputs != null && data->InputCount > 0;
            ProcessBus(hasInput ? data->Inputs : null, data->Outputs + bus, bytes);
        }
    }

    private static void ProcessBus(AudioBusBuffers* input, AudioBusBuffers* output, nuint bytes)
    {
        output->SilenceFlags = 0;
        if (output->Channels == null)
        {
            return;
        }

        int inputChannels = input == null || input->Channels == null ? 0 : input->ChannelCount;
        if (inputChannels >= 2 && output->ChannelCount >= 2
            && output->Channels[0] == input->Channels[1] && output->Channels[0] != null
            && output->Channels[0] != input->Channels[0])
        {
            CopyCrossed(input, output, bytes);
            return;
        }

        for (int channel = 0; channel < output->ChannelCount; channel++)
        {
            int source = inputChannels == 1 ? 0 : channel;
            CopyChannel(source < inputChannels ? input : null, source, output, channel, bytes);
        }
    }

    // The first output lies on the second input: in the usual order the second input would be lost before it is read.
    private static void CopyCrossed(AudioBusBuffers* input, AudioBusBuffers* output, nuint bytes)
    {
        if (output->Channels[1] == input->Channels[0] && output->Channels[1] != null)
        {
            SampleMove.Swap(output->Channels[0], output->Channels[1], bytes);
            output->SilenceFlags = input->SilenceFlags & 3;
        }
        else
        {
            CopyChannel(input, 1, output, 1, bytes);
            CopyChannel(input, 0, output, 0, bytes);
        }

        for (int channel = 2; channel < output->ChannelCount; channel++)
        {
            CopyChannel(channel < input->ChannelCount ? input : null, channel, output, channel, bytes);
        }
    }

    private static void CopyChannel(AudioBusBuffers* input, int source, AudioBusBuffers* output, int target, nuint bytes)
    {
        void* to = output->Channels[target];
        if (to == null)
        {
            return;
        }

        void* from = input == null ? null : input->Channels[source];
        ulong flag = target < 64 ? 1UL << target : 0;
        if (from == null)
        {
            SampleMove.Clear(to, bytes);
            output->SilenceFlags |= flag;
            return;
        }

        if (from != to)
        {
            SampleMove.Copy(from, to, bytes);
        }

        if (source < 64 && ((input->SilenceFlags >> source) & 1) != 0)
        {
            output->SilenceFlags |= flag;
        }
    }
}
