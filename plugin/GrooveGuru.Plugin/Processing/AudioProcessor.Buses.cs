using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Processing;

/// <content>One input and one output bus, both mono or both stereo.</content>
internal sealed unsafe partial class AudioProcessor
{
    private ulong _arrangement = SpeakerArrangement.Stereo;

    /// <summary>Channels of both buses.</summary>
    public int ChannelCount => SpeakerArrangement.ChannelCount(Volatile.Read(ref _arrangement));

    /// <summary>Buses of one kind: one for audio, none for events.</summary>
    public static int BusCount(int mediaType, int direction)
        => mediaType == MediaType.Audio && direction is BusDirection.Input or BusDirection.Output ? 1 : 0;

    /// <summary>Describes a bus.</summary>
    /// <returns>False where there is no such bus.</returns>
    public bool TryGetBus(int mediaType, int direction, int index, BusInfo* info)
    {
        if (index < 0 || index >= BusCount(mediaType, direction))
        {
            return false;
        }

        *info = default;
        info->MediaType = MediaType.Audio;
        info->Direction = direction;
        info->ChannelCount = ChannelCount;
        info->BusType = 0;
        info->Flags = 1;
        FixedText.Write(info->Name, 128, direction == BusDirection.Input ? "Input" : "Output");
        return true;
    }

    /// <summary>Takes mono to mono or stereo to stereo; anything else leaves what was. [any-thread: some hosts ignore the answer]</summary>
    public bool TrySetArrangements(ulong* inputs, int inputCount, ulong* outputs, int outputCount)
    {
        if (inputs == null || outputs == null || inputCount != 1 || outputCount != 1
            || inputs[0] != outputs[0] || SpeakerArrangement.ChannelCount(inputs[0]) is not (1 or 2))
        {
            return false;
        }

        Volatile.Write(ref _arrangement, inputs[0]);
        return true;
    }

    /// <summary>The arrangement of a bus.</summary>
    /// <returns>False where there is no such bus.</returns>
    public bool TryGetArrangement(int direction, int index, ulong* arrangement)
    {
        if (index < 0 || index >= BusCount(MediaType.Audio, direction))
        {
            return false;
        }

        *arrangement = Volatile.Read(ref _arrangement);
        return true;
    }
}
