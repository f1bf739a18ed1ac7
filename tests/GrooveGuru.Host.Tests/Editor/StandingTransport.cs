using System.Diagnostics;

namespace GrooveGuru.Host.Tests.Editor;

/// <summary>
/// An audio thread beside a transport that stands: noise goes into a started plugin in real time, and all that went in and came out on two
/// channels is kept.
/// </summary>
internal sealed class StandingTransport : IDisposable
{
    public const int BlockFrames = 512;
    private readonly Vst3Plugin _plugin;
    private readonly int _sampleRateHz;
    private readonly Thread _thread;
    private readonly Lock _gate = new();
    private readonly List<float>[] _in = [[], []];
    private readonly List<float>[] _out = [[], []];
    private volatile bool _isOver;
    private volatile bool _isPlaying;

    public StandingTransport(Vst3Plugin plugin, int sampleRateHz)
    {
        (_plugin, _sampleRateHz) = (plugin, sampleRateHz);
        _thread = new Thread(Run);
        _thread.Start();
    }

    /// <summary>Lets the transport play.</summary>
    public void Play() => _isPlaying = true;

    /// <summary>What went in and came out on a channel until now.</summary>
    public (float[] In, float[] Out) Heard(int channel)
    {
        lock (_gate)
        {
            return ([.. _in[channel]], [.. _out[channel]]);
        }
    }

    public void Dispose()
    {
        _isOver = true;
        _thread.Join();
    }

    private void Run()
    {
        Random random = new(4);
        float[][] input = [new float[BlockFrames], new float[BlockFrames]], output = [new float[BlockFrames], new float[BlockFrames]];
        Stopwatch clock = Stopwatch.StartNew();
        for (long frame = 0; !_isOver; frame += BlockFrames)
        {
            for (int channel = 0; channel < 2; channel++)
            {
                foreach (ref float sample in input[channel].AsSpan())
                {
                    sample = (float)(random.NextDouble() - 0.5);
                }
            }

            _plugin.Process(input, output, 0, BlockFrames, new BlockTransport(_isPlaying, 0, 120, 4, 4));
            lock (_gate)
            {
                for (int channel = 0; channel < 2; channel++)
                {
                    _in[channel].AddRange(input[channel]);
                    _out[channel].AddRange(output[channel]);
                }
            }

            double due = (double)(frame + BlockFrames) / _sampleRateHz;
            Thread.Sleep(TimeSpan.FromSeconds(Math.Max(0, due - clock.Elapsed.TotalSeconds)));
        }
    }
}
