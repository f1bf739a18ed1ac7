using System.Reflection;
using System.Runtime.InteropServices;

namespace GrooveGuru.Core.Tests.Loudness;

/// <summary>libebur128, the reference of the loudness tests; Debian's package is libebur128-1.</summary>
internal static partial class EburLibrary
{
    private const string Name = "libebur128.so.1";
    private const int IntegratedMode = 1 << 2 | 1 << 0;

    static EburLibrary()
    {
        IsPresent = NativeLibrary.TryLoad(Name, Assembly.GetExecutingAssembly(), null, out _);
    }

    /// <summary>Whether the library is installed.</summary>
    public static bool IsPresent { get; }

    /// <summary>Integrated loudness of planar samples, LUFS.</summary>
    public static double IntegratedLufs(IReadOnlyList<float[]> planar, int sampleRateHz)
    {
        nint state = Init((uint)planar.Count, (nuint)sampleRateHz, IntegratedMode);
        Assert.NotEqual(0, state);
        try
        {
            float[] interleaved = new float[planar.Count * planar[0].Length];
            for (int i = 0; i < interleaved.Length; i++)
            {
                interleaved[i] = planar[i % planar.Count][i / planar.Count];
            }

            Assert.Equal(0, AddFrames(state, interleaved, (nuint)planar[0].Length));
            Assert.Equal(0, GlobalLoudness(state, out double lufs));
            return lufs;
        }
        finally
        {
            Destroy(ref state);
        }
    }

    [LibraryImport(Name, EntryPoint = "ebur128_init")]
    private static partial nint Init(uint channels, nuint sampleRate, int mode);

    [LibraryImport(Name, EntryPoint = "ebur128_add_frames_float")]
    private static partial int AddFrames(nint state, float[] interleaved, nuint frames);

    [LibraryImport(Name, EntryPoint = "ebur128_loudness_global")]
    private static partial int GlobalLoudness(nint state, out double lufs);

    [LibraryImport(Name, EntryPoint = "ebur128_destroy")]
    private static partial void Destroy(ref nint state);
}
