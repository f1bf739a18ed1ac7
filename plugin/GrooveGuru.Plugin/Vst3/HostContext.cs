using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Vst3;

/// <summary>What the host says about itself.</summary>
internal static unsafe class HostContext
{
    /// <summary>The host's name.</summary>
    /// <param name="context">The context of initialize; may be null.</param>
    /// <returns>Empty where the context is no IHostApplication.</returns>
    public static string ReadName(void* context)
    {
        if (context == null)
        {
            return "";
        }

        Tuid id = InterfaceIds.HostApplication;
        void* application = null;
        if ((*(UnknownVtable**)context)->QueryInterface(context, &id, &application) != Result.Ok || application == null)
        {
            return "";
        }

        HostApplicationVtable* functions = *(HostApplicationVtable**)application;
        char* name = stackalloc char[128];
        new Span<char>(name, 128).Clear();
        string read = functions->GetName(application, name) == Result.Ok ? FixedText.Read(name, 128) : "";
        functions->Base.Release(application);
        return read;
    }
}
