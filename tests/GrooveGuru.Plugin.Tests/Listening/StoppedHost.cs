using GrooveGuru.Plugin.Processing;
using GrooveGuru.Plugin.Tests.Processing;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.Listening;

/// <summary>
/// A host whose transport stands, but whose audio thread runs: in real time, with noise on the track. It keeps all that went in and came out
/// on the first two channels.
/// </summary>
internal sealed unsafe class StoppedHost : IDisposable
{
    public const int BlockFrames = 512;
    private readonly AudioProcessor _processor;
    private readonly int _sampleRateHz;
    private readonly Thread _thread;
    private readonly Lock _gate = new();
    private readonly List<float>[] _in = [[], []];
    private readonly List<float>[] _out = [[], []];
    private volatile bool _isOver;
    private volatile bool _isHeld;
    private volatile bool _isPlaying;

    /// <summary>Begins.</summary>
    /// <param name="processor">Active.</param>
    /// <param name="sampleRateHz">Its rate, Hz.</param>
    public StoppedHost(AudioProcessor processor, int sampleRateHz)
    {
        (_processor, _sampleRateHz) = (processor, sampleRateHz);
        _thread = new Thread(Run);
        _thread.Start();
    }

    /// <summary>Whether it has nothing processed.</summary>
    public bool IsHeld
    {
        set => _isHeld = value;
    }

    /// <summary>Whether the transport plays.</summary>
    public bool IsPlaying
    {
        set => _isPlaying = value;
    }

    /// <summary>What went in and came out on a channel until now.</summary>
    public (float[] In, float[] Out) Heard(int channel)
    {
        lock (_gate)
        {
            return ([.. _in[channel]], [.. _out[channel]]);
        }
    }

    /// <summary>Ends; all is kept.</summary>
    public void Dispose()
    {
        _isOver = true;
        _thread.Join();
    }

    private void Run()
    {
        using TestBlock block = new(seed: 1, maxChannels: 2);
        Random random = new(2);
        while (!_isOver)
        {
            Thread.Sleep(TimeSpan.FromSeconds((double)BlockFrames / _sampleRateHz));
            if (_isHeld)
            {
                continue;
            }

            for (int channel = 0; channel < 2; channel++)
            {
                foreach (ref float sample in new Span<float>(block.Inputs[channel], BlockFrames))
                {
                    sample = (float)(random.NextDouble() - 0.5);
                }
            }

            block.Set(2, 2, BlockFrames).Context = new ProcessContext { State = _isPlaying ? (uint)ProcessContextState.Playing : 0 };
            Assert.Equal(Result.Ok, _processor.Process(block.Data));
            lock (_gate)
            {
                for (int channel = 0; channel < 2; channel++)
                {
                    _in[channel].AddRange(new ReadOnlySpan<float>(block.Inputs[channel], BlockFrames));
                    _out[channel].AddRange(new ReadOnlySpan<float>(block.Outputs[channel], BlockFrames));
                }
            }
        }
    }
}
