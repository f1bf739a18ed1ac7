using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>
/// What finished work is filed under beside its audio: the method with its settings, and the very build of the signal processing.
/// After an update nothing old is taken for new.
/// </summary>
internal static class MethodKey
{
    private static readonly string Build = typeof(AudioBuffer).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..12];

    /// <summary>The key; fit for a folder's name.</summary>
    public static string Of(IJobWork work, WorkInput input) => $"{work.Method(input)}_{Build}";
}
