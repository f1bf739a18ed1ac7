using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Native;

/// <summary>IAttributeList with the one attribute that this host has: the track's name.</summary>
internal sealed unsafe class HostAttributeList : NativeObject
{
    private static readonly AttributeListVtable* Functions = Allocate(new AttributeListVtable
    {
        Base = UnknownFunctions,
        SetInt = &SetInt,
        GetInt = &GetInt,
        SetFloat = &SetFloat,
        GetFloat = &GetFloat,
        SetString = &SetString,
        GetString = &GetString,
        SetBinary = &SetBinary,
        GetBinary = &GetBinary,
    });

    private readonly string _channelName;

    /// <summary>A list with a name in it.</summary>
    public HostAttributeList(string channelName)
        : base(InterfaceIds.AttributeList, Functions)
        => _channelName = channelName;

    [UnmanagedCallersOnly]
    private static int GetString(void* self, byte* key, char* text, uint sizeBytes)
    {
        if (Marshal.PtrToStringUTF8((nint)key) != "channel name" || sizeBytes < 2 * sizeof(char))
        {
            return Result.False;
        }

        FixedText.Write(text, (int)(sizeBytes / sizeof(char)), InterfaceSlot.OwnerOf<HostAttributeList>(self)._channelName);
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int SetInt(void* self, byte* key, long value) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int GetInt(void* self, byte* key, long* value) => Result.False;

    [UnmanagedCallersOnly]
    private static int SetFloat(void* self, byte* key, double value) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int GetFloat(void* self, byte* key, double* value) => Result.False;

    [UnmanagedCallersOnly]
    private static int SetString(void* self, byte* key, char* text) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int SetBinary(void* self, byte* key, void* data, uint sizeBytes) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int GetBinary(void* self, byte* key, void** data, uint* sizeBytes) => Result.False;
}
