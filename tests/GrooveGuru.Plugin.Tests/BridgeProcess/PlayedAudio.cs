using GrooveGuru.Plugin.Tests.Editor.Desk;
using GrooveGuru.Plugin.Tests.Processing;
using GrooveGuru.Plugin.Vst3.Abi;

namespace GrooveGuru.Plugin.Tests.BridgeProcess;

/// <summary>
/// A host's audio thread: plays noise through an instance whatever happens around it, and looks at each sample that comes out. Faster
/// than real time, so that whoever waits for a bridge that does not read is found out: the ring is full within a moment.
/// </summary>
internal sealed unsafe class PlayedAudio : IDisposable
{
    private const int SampleRateHz = 44_100;
    private const int BlockFrames = 1024;
    private readonly PluginInstance _instance;
    private readonly Thread _thread;
    private volatile bool _isOver;
    private int _blocks;
    private int _wrongBlocks;

    /// <summary>Switches the instance on and begins.</summary>
    public PlayedAudio(PluginInstance instance)
    {
        _instance = instance;
        Assert.True(instance.Processor.TrySetup(new ProcessSetup { SampleRate = SampleRateHz, MaxSamplesPerBlock = BlockFrames }));
        instance.SetActive(true);
        _thread = new Thread(Play);
        _thread.Start();
    }

    /// <summary>Waits until so much more was played: the audio goes on.</summary>
    /// <param name="blocks">More than the ring holds.</param>
    public void AwaitMore(int blocks = 400)
    {
        int wanted = Volatile.Read(ref _blocks) + blocks;
        DeskFixture.Await(() => Volatile.Read(ref _blocks) >= wanted);
    }

    /// <summary>Ends; fails where a single bit came out otherwise than it went in.</summary>
    public void Dispose()
    {
        _isOver = true;
        _thread.Join();
        Assert.Equal(0, _wrongBlocks);
        Assert.True(_blocks > 0);
    }

    private void Play()
    {
        using TestBlock block = new(seed: 1, maxChannels: 2);
        Random random = new(2);
        for (long frame = 0; !_isOver; frame += BlockFrames)
        {
            double gain = 0.3 + (0.2 * Math.Sin(frame / 20_000.0)); // so that the meters have something to show
            for (int channel = 0; channel < 2; channel++)
            {
                foreach (ref float sample in new Span<float>(block.Inputs[channel], BlockFrames))
                {
                    sample = (float)((random.NextDouble() - 0.5) * gain);
                }
            }

            block.Context = new ProcessContext
            {
                State = (uint)(ProcessContextState.Playing | ProcessContextState.TempoValid),
                ProjectTimeSamples = frame,
                Tempo = 120,
            };
            bool isRight = _instance.Processor.Process(block.Set(2, 2, BlockFrames).Data) == Result.Ok;
            for (int channel = 0; channel < 2; channel++)
            {
                isRight &= new ReadOnlySpan<int>(block.Inputs[channel], BlockFrames)
                    .SequenceEqual(new ReadOnlySpan<int>(block.Outputs[channel], BlockFrames));
            }

            _wrongBlocks += isRight ? 0 : 1;
            Interlocked.Increment(ref _blocks);
            Thread.Sleep(4);
        }
    }
}
