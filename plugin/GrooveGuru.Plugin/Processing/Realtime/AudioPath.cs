using System.Runtime.CompilerServices;
using GrooveGuru.Core.Realtime;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Processing.Realtime;

/// <summary>
/// The whole way of a block: parameters in, a copy of the input for the bridge and for the meters, audio through bit for bit, or a
/// preview in its place while the user listens to one, parameters out.
/// </summary>
/// <remarks>
/// In the bundle the host calls <see cref="Process(void*, ProcessData*)"/> itself, as the machine code that it is: the thread does
/// not enter the managed runtime. An entry made with UnmanagedCallersOnly has to wait whenever a collection is under way, and a
/// collection waits for whoever is inside; when any thread of the plugin allocates, that would be heard. This is allowed because of
/// what the code here keeps to: it touches numbers and native memory only, never an object, a static field with an initialiser, an
/// exception, or a call into the class library that is not compiled in place. Such a method has the platform's C convention, as all
/// its arguments are pointers. <c>AudioPathCodeTests</c> reads the machine code of the bundle and refuses what leaves our own.
/// </remarks>
[RealtimeSafe]
internal static unsafe class AudioPath
{
    /// <summary>IAudioProcessor.process of the bundle. [audio-thread]</summary>
    /// <param name="self">The host's interface pointer.</param>
    /// <param name="data">The host's block; may be a flush without samples or buses.</param>
    /// <returns>A result code; nothing is thrown.</returns>
    public static int Process(void* self, ProcessData* data) => Process((AudioState*)((InterfaceSlot*)self)->Audio, data);

    /// <summary>IAudioProcessor.setProcessing of the bundle: there is nothing to do. [audio-thread or main-thread]</summary>
    public static int SetProcessing(void* self, byte state) => Result.Ok;

    /// <summary>One block. [audio-thread]</summary>
    /// <param name="state">The instance.</param>
    /// <param name="data">The host's block; may be a flush without samples or buses.</param>
    /// <returns>A result code; nothing is thrown.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Process(AudioState* state, ProcessData* data)
    {
        if (data == null || data->SampleCount < 0)
        {
            return Result.InvalidArgument;
        }

        // A full fence: whoever takes a ring away after this sees the call, and who did so before is seen by it.
        Interlocked.Increment(ref state->CallsUnderWay);
        ParameterInbox.Apply(data->InputParameterChanges, state->Values);
        Hear(state, data);
        PassThrough.Process(data);
        Preview(state, data);
        ParameterOutbox.Send(data->OutputParameterChanges, state);
        Interlocked.Decrement(ref state->CallsUnderWay);
        return Result.Ok;
    }

    private static void Preview(AudioState* state, ProcessData* data)
    {
        PreviewMemory* preview = (PreviewMemory*)Volatile.Read(ref state->Preview);
        if (preview != null)
        {
            PreviewTap.Play(preview, data, ParameterValues.IsOn(state->Values, ParameterIds.Bypass));
        }
    }

    private static void Hear(AudioState* state, ProcessData* data)
    {
        RingMemory* ring = (RingMemory*)Volatile.Read(ref state->CaptureRing);
        RingMemory* meters = (RingMemory*)Volatile.Read(ref state->MeterRing);
        if (ring == null || ParameterValues.IsOn(state->Values, ParameterIds.Bypass))
        {
            // The meters find a gap there, and begin their windows anew.
            Volatile.Write(ref state->HeardFrames, state->HeardFrames + data->SampleCount);
            return;
        }

        int sampleRateHz = Volatile.Read(ref state->SampleRateHz);
        state->CapturedFrames = CaptureTap.Capture(ring, data, sampleRateHz, state->CapturedFrames);
        if (meters != null)
        {
            Volatile.Write(ref state->HeardFrames, MeterTap.Add(meters, data, state->HeardFrames));
        }
    }
}
