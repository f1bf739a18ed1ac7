using System.Runtime.InteropServices;
using GrooveGuru.Plugin.Diagnostics;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>IPluginFactory 1 to 3: one class. It lives as long as the process; its references are counted but free nothing.</summary>
internal static unsafe class PluginFactory
{
    private const int ManyInstances = 0x7FFFFFFF;
    private const int UnicodeFlag = 16;
    private static readonly InterfaceSlot* Slot = Create();
    private static int _references;

    /// <summary>The factory, with a reference added. [main-thread]</summary>
    public static void* Get()
    {
        Interlocked.Increment(ref _references);
        return Slot;
    }

    private static InterfaceSlot* Create()
    {
        PluginFactoryVtable* vtable = NativeVtables.Allocate(new PluginFactoryVtable
        {
            Base = new UnknownVtable { QueryInterface = &QueryInterface, AddRef = &AddRef, Release = &Release },
            GetFactoryInfo = &GetFactoryInfo,
            CountClasses = &CountClasses,
            GetClassInfo = &GetClassInfo,
            CreateInstance = &CreateInstance,
            GetClassInfo2 = &GetClassInfo2,
            GetClassInfoUnicode = &GetClassInfoUnicode,
            SetHostContext = &SetHostContext,
        });
        return NativeVtables.Allocate(new InterfaceSlot { Vtable = vtable });
    }

    [UnmanagedCallersOnly]
    private static int QueryInterface(void* self, Tuid* interfaceId, void** result)
    {
        if (result == null)
        {
            return Result.InvalidArgument;
        }

        *result = null;
        if (interfaceId == null)
        {
            return Result.InvalidArgument;
        }

        Tuid id = *interfaceId;
        if (id != InterfaceIds.Unknown && id != InterfaceIds.PluginFactory && id != InterfaceIds.PluginFactory2
            && id != InterfaceIds.PluginFactory3)
        {
            return Result.NoInterface;
        }

        Interlocked.Increment(ref _references);
        *result = self;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static uint AddRef(void* self) => (uint)Interlocked.Increment(ref _references);

    [UnmanagedCallersOnly]
    private static uint Release(void* self) => (uint)Math.Max(Interlocked.Decrement(ref _references), 0);

    [UnmanagedCallersOnly]
    private static int GetFactoryInfo(void* self, FactoryInfo* info)
    {
        if (info == null)
        {
            return Result.InvalidArgument;
        }

        *info = default;
        FixedText.Write(info->Vendor, 64, PluginIdentity.Vendor);
        FixedText.Write(info->Url, 256, PluginIdentity.Url);
        FixedText.Write(info->Email, 128, PluginIdentity.Email);
        info->Flags = UnicodeFlag;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int CountClasses(void* self) => 1;

    [UnmanagedCallersOnly]
    private static int GetClassInfo(void* self, int index, ClassInfo* info)
    {
        if (index != 0 || info == null)
        {
            return Result.InvalidArgument;
        }

        *info = default;
        info->ClassId = PluginIdentity.ClassId;
        info->Cardinality = ManyInstances;
        FixedText.Write(info->Category, 32, PluginIdentity.ComponentCategory);
        FixedText.Write(info->Name, 64, PluginIdentity.Name);
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int GetClassInfo2(void* self, int index, ClassInfo2* info)
    {
        if (index != 0 || info == null)
        {
            return Result.InvalidArgument;
        }

        *info = default;
        info->ClassId = PluginIdentity.ClassId;
        info->Cardinality = ManyInstances;
        FixedText.Write(info->Category, 32, PluginIdentity.ComponentCategory);
        FixedText.Write(info->Name, 64, PluginIdentity.Name);
        FixedText.Write(info->SubCategories, 128, PluginIdentity.SubCategories);
        FixedText.Write(info->Vendor, 64, PluginIdentity.Vendor);
        FixedText.Write(info->Version, 64, PluginIdentity.Version);
        FixedText.Write(info->SdkVersion, 64, PluginIdentity.SdkVersion);
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int GetClassInfoUnicode(void* self, int index, ClassInfoW* info)
    {
        if (index != 0 || info == null)
        {
            return Result.InvalidArgument;
        }

        *info = default;
        info->ClassId = PluginIdentity.ClassId;
        info->Cardinality = ManyInstances;
        FixedText.Write(info->Category, 32, PluginIdentity.ComponentCategory);
        FixedText.Write(info->Name, 64, PluginIdentity.Name);
        FixedText.Write(info->SubCategories, 128, PluginIdentity.SubCategories);
        FixedText.Write(info->Vendor, 64, PluginIdentity.Vendor);
        FixedText.Write(info->Version, 64, PluginIdentity.Version);
        FixedText.Write(info->SdkVersion, 64, PluginIdentity.SdkVersion);
        return Result.Ok;
    }

    // [main-thread; scanners call on others]
    [UnmanagedCallersOnly]
    private static int CreateInstance(void* self, Tuid* classId, Tuid* interfaceId, void** result)
    {
        if (classId == null || interfaceId == null || result == null)
        {
            return Result.InvalidArgument;
        }

        *result = null;
        try
        {
            if (*classId != PluginIdentity.ClassId)
            {
                return Result.NoInterface;
            }

            ComponentObject component = new();
            int code = component.QueryInterface(interfaceId, result);
            component.ReleaseReference();
            return code;
        }
        catch (Exception error)
        {
            return Faults.Report(error, "createInstance");
        }
    }

    [UnmanagedCallersOnly]
    private static int SetHostContext(void* self, void* context) => Result.Ok;
}
