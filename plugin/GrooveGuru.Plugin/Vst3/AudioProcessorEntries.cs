using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GrooveGuru.Core.Realtime;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Processing;
using GrooveGuru.Plugin.Processing.Realtime;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>IAudioProcessor: the audio path.</summary>
/// <remarks>
/// Where the plugin is compiled ahead, the two functions that a host calls on its audio thread are not entries into the runtime but
/// <see cref="AudioPath"/> itself; why and how is said there. Where code is compiled just in time there is no such way in, and the
/// entries here do the same.
/// </remarks>
internal static unsafe class AudioProcessorEntries
{
    /// <summary>The functions.</summary>
    public static readonly AudioProcessorVtable* Vtable = NativeVtables.Allocate(new AudioProcessorVtable
    {
        Base = UnknownEntries.Vtable,
        SetBusArrangements = &SetBusArrangements,
        GetBusArrangement = &GetBusArrangement,
        CanProcessSampleSize = &CanProcessSampleSize,
        GetLatencySamples = &GetLatencySamples,
        SetupProcessing = &SetupProcessing,
        SetProcessing = RuntimeFeature.IsDynamicCodeSupported
            ? &SetProcessing
            : (delegate* unmanaged<void*, byte, int>)(delegate*<void*, byte, int>)&AudioPath.SetProcessing,
        Process = RuntimeFeature.IsDynamicCodeSupported
            ? &Process
            : (delegate* unmanaged<void*, ProcessData*, int>)(delegate*<void*, ProcessData*, int>)&AudioPath.Process,
        GetTailSamples = &GetTailSamples,
    });

    // [main-thread, others in some hosts]
    [UnmanagedCallersOnly]
    private static int SetBusArrangements(void* self, ulong* inputs, int inputCount, ulong* outputs, int outputCount)
    {
        try
        {
            return ComponentObject.From(self).Instance.Processor.TrySetArrangements(inputs, inputCount, outputs, outputCount)
                ? Result.Ok
                : Result.False;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "setBusArrangements");
        }
    }

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int GetBusArrangement(void* self, int direction, int index, ulong* arrangement)
    {
        try
        {
            return arrangement != null && ComponentObject.From(self).Instance.Processor.TryGetArrangement(direction, index, arrangement)
                ? Result.Ok
                : Result.InvalidArgument;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "getBusArrangement");
        }
    }

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int CanProcessSampleSize(void* self, int size) => size == SampleSize.Float32 ? Result.Ok : Result.False;

    // [main-thread]
    [UnmanagedCallersOnly]
    private static uint GetLatencySamples(void* self) => AudioProcessor.LatencySamples;

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int SetupProcessing(void* self, ProcessSetup* setup)
    {
        try
        {
            return setup != null && ComponentObject.From(self).Instance.Processor.TrySetup(in *setup) ? Result.Ok : Result.False;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "setupProcessing");
        }
    }

    // [audio-thread or main-thread]
    [RealtimeSafe]
    [UnmanagedCallersOnly]
    private static int SetProcessing(void* self, byte state) => AudioPath.SetProcessing(self, state);

    // [audio-thread]
    [RealtimeSafe]
    [UnmanagedCallersOnly]
    private static int Process(void* self, ProcessData* data)
    {
        try
        {
            return AudioPath.Process(self, data);
        }
        catch (Exception error)
        {
            return Faults.ReportFromAudioThread(error);
        }
    }

    // [main-thread]
    [UnmanagedCallersOnly]
    private static uint GetTailSamples(void* self) => AudioProcessor.TailSamples;
}
