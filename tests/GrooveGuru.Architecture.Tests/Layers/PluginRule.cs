using System.Reflection.Metadata;
using GrooveGuru.Architecture.Tests.Metadata;

namespace GrooveGuru.Architecture.Tests.Layers;

/// <summary>What code that lives in the host's process keeps away from.</summary>
internal static class PluginRule
{
    /// <summary>Types that change the host's process, and why each is banned.</summary>
    private static readonly Dictionary<string, string> BannedTypes = new()
    {
        ["System.Diagnostics.Process"] = "installs a SIGCHLD handler in the host",
        ["System.Diagnostics.ProcessStartInfo"] = "installs a SIGCHLD handler in the host",
        ["System.Console"] = "installs terminal signal handlers in the host",
        ["System.Runtime.InteropServices.PosixSignalRegistration"] = "installs signal handlers in the host",
    };

    private static readonly Dictionary<string, string> BannedMethods = new()
    {
        ["System.Environment::Exit"] = "ends the host",
        ["System.Environment::FailFast"] = "ends the host",
        ["System.Environment::SetEnvironmentVariable"] = "changes the host's environment",
        ["System.IO.Directory::SetCurrentDirectory"] = "changes the host's working directory",
    };

    /// <summary>Uses of what changes the host's process.</summary>
    public static IEnumerable<Finding> HostStateStaysUntouched(CompiledAssembly assembly)
    {
        foreach (TypeReferenceHandle handle in assembly.Reader.TypeReferences)
        {
            string name = assembly.NameOf(handle).FullName;
            if (BannedTypes.TryGetValue(name, out string? why))
            {
                yield return new Finding(assembly.Name, $"uses {name}, which {why}");
            }
        }

        foreach (MemberReferenceHandle handle in assembly.Reader.MemberReferences)
        {
            if (assembly.Reader.GetMemberReference(handle).GetKind() == MemberReferenceKind.Method
                && BannedMethods.TryGetValue(assembly.MethodBehind(handle).FullName, out string? why))
            {
                yield return new Finding(assembly.Name, $"calls {assembly.MethodBehind(handle).FullName}, which {why}");
            }
        }
    }

    /// <summary>The only room of the plugin that knows more of Core, and what of it: how a preview's file is read at the host's rate.</summary>
    private const string ListeningRoom = "GrooveGuru.Plugin.Listening";

    private static readonly HashSet<string> KnownToListening =
    [
        "GrooveGuru.Core.Audio.AudioFile",
        "GrooveGuru.Core.Audio.IAudioSource",
        "GrooveGuru.Core.Dsp.Resampler",
        "GrooveGuru.Core.Errors.GrooveGuruException",
    ];

    /// <summary>Uses of Core outside its realtime rooms.</summary>
    public static IEnumerable<Finding> OnlyRealtimePartOfCore(CompiledAssembly assembly)
    {
        TypeDependencies dependencies = new(assembly);
        return from handle in assembly.Reader.TypeDefinitions
               let user = assembly.NameOf(handle)
               from type in dependencies.Of(handle)
               where type.Assembly == CoreLayers.Root
                   && !type.Namespace.EndsWith(".Realtime", StringComparison.Ordinal)
                   && !(user.Namespace == ListeningRoom && KnownToListening.Contains(type.FullName))
               select new Finding(user.FullName, $"uses {type.FullName}, which is outside the realtime part of Core");
    }
}
