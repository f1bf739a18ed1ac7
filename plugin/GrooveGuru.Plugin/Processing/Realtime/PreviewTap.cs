using System.Runtime.CompilerServices;
using GrooveGuru.Core.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>Lets a preview be heard in the place of the input, on the first output bus, after the input was passed on.</summary>
/// <remarks>Before its first frame and after its last the output is not touched, so that it stays the input bit for bit.</remarks>
[RealtimeSafe]
internal static unsafe class PreviewTap
{
    // A mono track hears both sides at once, and never more than full scale.
    private const float MonoGain = 0.5f;

    /// <summary>Puts the next frames into a block whose output is the input. [audio-thread]</summary>
    /// <param name="preview">The preview; where nothing lies ready there is silence, and nobody is waited for.</param>
    /// <param name="data">The host's block, of 32-bit or 64-bit samples; may be a flush without samples or buses.</param>
    /// <param name="isBypassed">Whether the plugin is bypassed, which ends the preview.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Play(PreviewMemory* preview, ProcessData* data, bool isBypassed)
    {
        Volatile.Write(ref preview->Blocks, preview->Blocks + 1);
        if (preview->Ended != (int)PreviewEnd.None)
        {
            return;
        }

        if (preview->Ending == (int)PreviewEnd.None)
        {
            preview->Ending = (int)Reason(preview, data, isBypassed);
        }

        if (data->ProcessMode == ProcessMode.Offline)
        {
            // What is exported is the track, to the last bit.
            preview->Fade = 0;
        }

        bool isWide = data->SymbolicSampleSize == SampleSize.Float64;
        bool hasOutput = data->Outputs != null && data->OutputCount > 0 && data->Outputs->Channels != null;
        long read = preview->Read, written = Volatile.Read(ref preview->Written), end = Volatile.Read(ref preview->EndFrames);
        int ending = preview->Ending, fade = preview->Fade, fadeFrames = preview->FadeFrames;
        for (int frame = 0; frame < data->SampleCount; frame++)
        {
            if (ending == (int)PreviewEnd.None && end - read <= fadeFrames)
            {
                ending = (int)PreviewEnd.AllHeard;
            }

            fade = ending != (int)PreviewEnd.None ? fade - 1 : fade < fadeFrames ? fade + 1 : fade;
            if (fade <= 0)
            {
                break;
            }

            float left = 0, right = 0;
            if (read < written)
            {
                float* samples = preview->Frames + (2 * (read & (preview->CapacityFrames - 1)));
                (left, right) = (samples[0], samples[1]);
                read++;
            }
            else if (read < end)
            {
                preview->MissingFrames++;
            }

            if (hasOutput)
            {
                Put(data->Outputs, isWide, frame, left, right, (float)fade / fadeFrames);
            }
        }

        preview->Fade = fade < 0 ? 0 : fade;
        preview->Ending = ending;
        Volatile.Write(ref preview->Read, read);
        if (fade <= 0 && ending != (int)PreviewEnd.None)
        {
            Volatile.Write(ref preview->Ended, ending);
        }
    }

    private static PreviewEnd Reason(PreviewMemory* preview, ProcessData* data, bool isBypassed)
    {
        if (Volatile.Read(ref preview->IsUnwanted) != 0)
        {
            return PreviewEnd.Stopped;
        }

        if (data->ProcessMode == ProcessMode.Offline)
        {
            return PreviewEnd.HostRenders;
        }

        bool isPlaying = data->Context != null && (data->Context->State & (uint)ProcessContextState.Playing) != 0;
        return isPlaying ? PreviewEnd.HostPlays : isBypassed ? PreviewEnd.Bypassed : PreviewEnd.None;
    }

    private static void Put(AudioBusBuffers* output, bool isWide, int frame, float left, float right, float share)
    {
        output->SilenceFlags = 0;
        for (int channel = 0; channel < output->ChannelCount; channel++)
        {
            void* samples = output->Channels[channel];
            if (samples == null)
            {
                continue;
            }

            float heard = output->ChannelCount == 1 ? MonoGain * (left + right) : channel == 0 ? left : channel == 1 ? right : 0;
            if (isWide)
            {
                double* at = (double*)samples + frame;
                *at = share >= 1 ? heard : (*at * (1 - share)) + (heard * share);
            }
            else
            {
                float* at = (float*)samples + frame;
                *at = share >= 1 ? heard : (*at * (1 - share)) + (heard * share);
            }
        }
    }
}
