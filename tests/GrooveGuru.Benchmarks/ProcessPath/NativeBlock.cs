using GrooveGuru.Host;

namespace GrooveGuru.Benchmarks.ProcessPath;

/// <summary>The built bundle in our own host, with one stereo block at 48 kHz.</summary>
/// <remarks>A call includes the host's own copies into and out of the buffers, so that what is measured is an upper bound.</remarks>
internal sealed class NativeBlock : IDisposable
{
    /// <summary>A rate below any sound, Hz: the plugin has no meters there, and everything else.</summary>
    public const double RateWithoutMetersHz = 50;

    // Untimed: a host starts once, a measurement a hundred times, each time with caches full of something else.
    private const int BlocksAfterStart = 20;

    private readonly int _blocksPerStart;
    private readonly double _sampleRateHz;
    private readonly Vst3Module _module;
    private readonly Vst3Plugin _plugin;
    private readonly float[][] _input;
    private readonly float[][] _output;
    private readonly int _frameCount;
    private int _call;

    /// <summary>An active plugin, playing.</summary>
    /// <param name="bundlePath">The folder GrooveGuru.vst3.</param>
    /// <param name="frameCount">Frames of a block.</param>
    /// <param name="sampleRateHz">Sample rate that the plugin is told, Hz.</param>
    public NativeBlock(string bundlePath, int frameCount, double sampleRateHz = ManagedBlock.SampleRateHz)
    {
        _frameCount = frameCount;
        _sampleRateHz = sampleRateHz;

        // After so many blocks of 64 frames it is started anew, so that its rings never fill up: 2 s at 48 kHz, 256 KiB at least.
        _blocksPerStart = sampleRateHz < ManagedBlock.SampleRateHz ? 400 : 1500;
        _module = Vst3Module.Load(bundlePath);
        _plugin = _module.Create();
        if (!_plugin.TrySetChannels(2))
        {
            throw new InvalidOperationException("The plugin refuses stereo.");
        }

        Random random = new(1);
        _input = [Noise(random, frameCount), Noise(random, frameCount)];
        _output = [new float[frameCount], new float[frameCount]];
        _plugin.Start(sampleRateHz, frameCount);
    }

    /// <summary>Length of a block, microseconds.</summary>
    public double BlockMicroseconds => 1e6 * _frameCount / ManagedBlock.SampleRateHz;

    /// <summary>Where ./groove build leaves the bundle.</summary>
    public static string BuiltBundle
    {
        get
        {
            const string Relative = "artifacts/vst3/GrooveGuru.vst3";
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GrooveGuru.Plugin.sln")))
            {
                folder = folder.Parent;
            }

            return Path.Combine(folder?.FullName ?? Directory.GetCurrentDirectory(), Relative);
        }
    }

    /// <summary>Whether the bundle is there.</summary>
    public static bool IsBuilt(string bundlePath) => Directory.Exists(bundlePath);

    /// <summary>One call of process; the project goes on.</summary>
    public void Process()
    {
        BlockTransport transport = new(true, (long)_call * _frameCount, 120, 4, 4);
        _plugin.Process(_input, _output, 0, _frameCount, in transport);
    }

    /// <summary>What happens between calls, untimed.</summary>
    public void Between()
    {
        if (++_call % _blocksPerStart == 0)
        {
            _plugin.Stop();
            _plugin.Start(_sampleRateHz, _frameCount);
            for (int block = 0; block < BlocksAfterStart; block++)
            {
                Process();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _plugin.Stop();
        _plugin.Dispose();
        _module.Dispose();
    }

    private static float[] Noise(Random random, int count) =>
        Enumerable.Range(0, count).Select(_ => random.NextSingle() - 0.5f).ToArray();
}
