using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Host.Native;

/// <summary>Reads what a factory tells, through the newest of its interfaces.</summary>
internal static unsafe class FactoryReader
{
    /// <summary>Reads everything.</summary>
    public static ModuleDescription Read(void* factory)
    {
        PluginFactoryVtable* functions = *(PluginFactoryVtable**)factory;
        FactoryInfo info = default;
        functions->GetFactoryInfo(factory, &info);
        bool isSecond = Supports(factory, InterfaceIds.PluginFactory2);
        List<ClassDescription> classes = [];
        for (int index = 0; index < functions->CountClasses(factory); index++)
        {
            ClassInfo2 second = default;
            if (isSecond && functions->GetClassInfo2(factory, index, &second) == Result.Ok)
            {
                classes.Add(Describe(&second));
                continue;
            }

            ClassInfo first = default;
            if (functions->GetClassInfo(factory, index, &first) == Result.Ok)
            {
                classes.Add(new ClassDescription(
                    first.ClassId.ToString(), FixedText.Read(first.Category, 32), FixedText.Read(first.Name, 64), "", "", "", [], 0,
                    first.Cardinality));
            }
        }

        return new ModuleDescription(
            FixedText.Read(info.Vendor, 64), FixedText.Read(info.Url, 256), FixedText.Read(info.Email, 128), info.Flags, classes);
    }

    private static ClassDescription Describe(ClassInfo2* info) => new(
        info->ClassId.ToString(),
        FixedText.Read(info->Category, 32),
        FixedText.Read(info->Name, 64),
        FixedText.Read(info->Vendor, 64),
        FixedText.Read(info->Version, 64),
        FixedText.Read(info->SdkVersion, 64),
        FixedText.Read(info->SubCategories, 128).Split('|', StringSplitOptions.RemoveEmptyEntries),
        info->ClassFlags,
        info->Cardinality);

    private static bool Supports(void* unknown, Tuid id)
    {
        void* found = null;
        if ((*(UnknownVtable**)unknown)->QueryInterface(unknown, &id, &found) != Result.Ok || found == null)
        {
            return false;
        }

        (*(UnknownVtable**)found)->Release(found);
        return true;
    }
}
