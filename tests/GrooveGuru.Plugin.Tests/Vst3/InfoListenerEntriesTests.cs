using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Vst3;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Vst3;

public sealed unsafe class InfoListenerEntriesTests
{
    [Fact]
    public void Track_AsTheHostTellsIt_HasNameColourAndPlace()
    {
        ComponentObject component = new();
        void* listener;
        Tuid id = InterfaceIds.InfoListener;
        Assert.Equal(Result.Ok, component.QueryInterface(&id, &listener));
        AttributeListVtable functions = new() { GetString = &GetString, GetInt = &GetInt };
        AttributeListVtable* list = &functions;

        int told = (*(InfoListenerVtable**)listener)->SetChannelContextInfos(listener, &list);
        EditorState state = component.Instance.Desk.State;
        component.ReleaseReference();
        component.ReleaseReference();

        Assert.Equal(Result.Ok, told);
        Assert.Equal(("João", 0xFF336699u, 7), (state.TrackName, state.TrackColor!.Value, state.TrackNumber!.Value));
    }

    [UnmanagedCallersOnly]
    private static int GetString(void* self, byte* key, char* text, uint bytes)
    {
        if (Marshal.PtrToStringUTF8((nint)key) != "channel name")
        {
            return Result.False;
        }

        "João\0".CopyTo(new Span<char>(text, (int)bytes / sizeof(char)));
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int GetInt(void* self, byte* key, long* value)
    {
        long? found = Marshal.PtrToStringUTF8((nint)key) switch
        {
            "channel color" => 0xFF336699,
            "channel index" => 7,
            _ => null,
        };
        *value = found ?? 0;
        return found is null ? Result.False : Result.Ok;
    }
}
