using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.State;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>IEditController: the parameters and the window.</summary>
internal static unsafe class EditControllerEntries
{
    /// <summary>The functions.</summary>
    public static readonly EditControllerVtable* Vtable = NativeVtables.Allocate(new EditControllerVtable
    {
        Base = PluginBaseEntries.Vtable,
        SetComponentState = &SetComponentState,
        SetState = &SetState,
        GetState = &GetState,
        GetParameterCount = &GetParameterCount,
        GetParameterInfo = &GetParameterInfo,
        GetParamStringByValue = &GetParamStringByValue,
        GetParamValueByString = &GetParamValueByString,
        NormalizedParamToPlain = &NormalizedParamToPlain,
        PlainParamToNormalized = &PlainParamToNormalized,
        GetParamNormalized = &GetParamNormalized,
        SetParamNormalized = &SetParamNormalized,
        SetComponentHandler = &SetComponentHandler,
        CreateView = &CreateView,
    });

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int SetComponentState(void* self, void* stream)
    {
        try
        {
            // The same object: the processor has taken the state already. A host that shows only this side still gets the bypass.
            return PluginStateFormat.Read(StreamAccess.ReadAll(stream)) is { } state
                && ComponentObject.From(self).Instance.Values.TrySetFromHost(ParameterIds.Bypass, state.IsBypassed ? 1 : 0)
                ? Result.Ok
                : Result.False;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "setComponentState");
        }
    }

    // [main-thread]
    // The controller has nothing of its own to save.
    [UnmanagedCallersOnly]
    private static int SetState(void* self, void* stream) => Result.Ok;

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int GetState(void* self, void* stream) => Result.NotImplemented;

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int GetParameterCount(void* self) => ParameterCatalogue.Count;

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int GetParameterInfo(void* self, int index, ParameterInfo* info)
    {
        try
        {
            if (info == null || ParameterCatalogue.At(index) is not { } definition)
            {
                return Result.InvalidArgument;
            }

            *info = default;
            info->Id = definition.Id;
            FixedText.Write(info->Title, 128, definition.Title);
            FixedText.Write(info->ShortTitle, 128, definition.ShortTitle);
            FixedText.Write(info->Units, 128, definition.Units);
            info->StepCount = definition.StepCount;
            info->DefaultNormalizedValue = ParameterCatalogue.DefaultNormalized(index);
            info->Flags = (int)definition.Flags;
            return Result.Ok;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "getParameterInfo");
        }
    }

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int GetParamStringByValue(void* self, uint id, double normalized, char* text)
    {
        try
        {
            if (text == null || ParameterCatalogue.Find(id) is not { } definition)
            {
                return Result.InvalidArgument;
            }

            FixedText.Write(text, 128, definition.ToText(normalized));
            return Result.Ok;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "getParamStringByValue");
        }
    }

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int GetParamValueByString(void* self, uint id, char* text, double* normalized)
    {
        try
        {
            if (text == null || normalized == null || ParameterCatalogue.Find(id) is not { } definition)
            {
                return Result.InvalidArgument;
            }

            if (definition.FromText(FixedText.Read(text, 128)) is not { } value)
            {
                return Result.False;
            }

            *normalized = value;
            return Result.Ok;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "getParamValueByString");
        }
    }

    // [any-thread]
    [UnmanagedCallersOnly]
    private static double NormalizedParamToPlain(void* self, uint id, double normalized)
    {
        try
        {
            return ParameterCatalogue.Find(id) is { } definition ? definition.ToPlain(normalized) : normalized;
        }
        catch (Exception error)
        {
            Faults.Report(error, "normalizedParamToPlain");
            return normalized;
        }
    }

    // [any-thread, the audio thread in some hosts]
    [UnmanagedCallersOnly]
    private static double PlainParamToNormalized(void* self, uint id, double plain)
    {
        try
        {
            return ParameterCatalogue.Find(id) is { } definition ? definition.ToNormalized(plain) : plain;
        }
        catch (Exception error)
        {
            Faults.ReportFromAudioThread(error);
            return plain;
        }
    }

    // [any-thread]
    [UnmanagedCallersOnly]
    private static double GetParamNormalized(void* self, uint id)
    {
        try
        {
            return ComponentObject.From(self).Instance.Values.Get(id);
        }
        catch (Exception error)
        {
            Faults.Report(error, "getParamNormalized");
            return 0;
        }
    }

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int SetParamNormalized(void* self, uint id, double normalized)
    {
        try
        {
            return ComponentObject.From(self).Instance.Values.TrySetFromHost(id, normalized) ? Result.Ok : Result.False;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "setParamNormalized");
        }
    }

    // [main-thread]
    [UnmanagedCallersOnly]
    private static int SetComponentHandler(void* self, void* handler)
    {
        try
        {
            ComponentObject.From(self).SetHandler(handler);
            return Result.Ok;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "setComponentHandler");
        }
    }

    // [main-thread]
    [UnmanagedCallersOnly]
    private static void* CreateView(void* self, byte* name)
    {
        try
        {
            return IsEditor(name) ? ViewObject.Create(ComponentObject.From(self)) : null;
        }
        catch (Exception error)
        {
            Faults.Report(error, "createView");
            return null;
        }
    }

    private static bool IsEditor(byte* name)
        => name != null && MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name).SequenceEqual("editor"u8);
}
