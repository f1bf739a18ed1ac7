using System.Diagnostics;

namespace GrooveGuru.Host.Tests.Editor;

/// <summary>Plays noise through a plugin in real time, on a thread of its own.</summary>
internal sealed class Player : IDisposable
{
    private const int BlockFrames = 256, RateHz = 48_000;
    private readonly Thread _thread;
    private readonly Vst3Plugin _plugin;
    private volatile bool _isStopped;
    private int _blocks;

    /// <summary>Begins.</summary>
    public Player(Vst3Plugin plugin)
    {
        _plugin = plugin;
        _plugin.Start(RateHz, BlockFrames);
        _thread = new Thread(Play);
        _thread.Start();
    }

    /// <summary>Blocks that were played.</summary>
    public int Blocks => Volatile.Read(ref _blocks);

    /// <summary>Ends.</summary>
    public void Stop()
    {
        if (!_isStopped)
        {
            _isStopped = true;
            _thread.Join();
            _plugin.Stop();
        }
    }

    public void Dispose() => Stop();

    private void Play()
    {
        Random random = new(4);
        float[][] input = [new float[BlockFrames], new float[BlockFrames]], output = [new float[BlockFrames], new float[BlockFrames]];
        Stopwatch clock = Stopwatch.StartNew();
        for (long frame = 0; !_isStopped; frame += BlockFrames)
        {
            foreach (ref float sample in input[0].AsSpan())
            {
                sample = (float)(random.NextDouble() - 0.5);
            }

            input[0].CopyTo(input[1], 0);
            _plugin.Process(input, output, 0, BlockFrames, new BlockTransport(true, frame, 120, 4, 4));
            Interlocked.Increment(ref _blocks);
            double due = (double)(frame + BlockFrames) / RateHz;
            Thread.Sleep(TimeSpan.FromSeconds(Math.Max(0, due - clock.Elapsed.TotalSeconds)));
        }
    }
}
