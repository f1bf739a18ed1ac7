using System.Diagnostics;
using System.Runtime.InteropServices;
using GrooveGuru.Core.Audio;

namespace GrooveGuru.Host.Playback;

/// <summary>Plays audio through a started plugin block by block, as a sequencer would, and compares what comes out.</summary>
public sealed class FilePlayer
{
    private readonly Vst3Plugin _plugin;
    private readonly AudioBuffer _audio;
    private readonly PlaybackOptions _options;
    private readonly float[][] _output;

    /// <summary>A player that stands at the beginning.</summary>
    /// <param name="plugin">Started, with as many channels as the audio.</param>
    /// <param name="audio">What to play.</param>
    /// <param name="options">How.</param>
    public FilePlayer(Vst3Plugin plugin, AudioBuffer audio, PlaybackOptions options)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        ArgumentNullException.ThrowIfNull(audio);
        ArgumentNullException.ThrowIfNull(options);
        _plugin = plugin;
        _audio = audio;
        _options = options;
        _output = [.. audio.Channels.Select(channel => new float[channel.Length])];
    }

    /// <summary>Frames whose output differs from the input in any bit.</summary>
    public long DifferingFrames { get; private set; }

    /// <summary>Plays everything with the transport rolling.</summary>
    /// <param name="onBlock">Called after each block with the position in seconds.</param>
    /// <param name="cancellationToken">Stops between two blocks.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Play(Action<double>? onBlock = null, CancellationToken cancellationToken = default)
    {
        Pace pace = new(_options.Speed);
        for (int start = 0; start < _audio.FrameCount; start += _options.BlockFrames)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int frames = Math.Min(_options.BlockFrames, _audio.FrameCount - start);
            _plugin.Process(_audio.Channels, _output, start, frames, Transport(isPlaying: true, start));
            DifferingFrames += CountDiffering(start, frames);
            double position = (double)(start + frames) / _audio.SampleRateHz;
            pace.WaitUntil(position);
            onBlock?.Invoke(position);
        }
    }

    /// <summary>Goes on with silence and a stopped transport, in real time, until told to end.</summary>
    /// <param name="isOver">Asked before each block.</param>
    /// <param name="onBlock">Called after each block with the seconds since the transport stopped.</param>
    public void Idle(Func<bool> isOver, Action<double>? onBlock = null)
    {
        ArgumentNullException.ThrowIfNull(isOver);
        float[][] silence = [.. _audio.Channels.Select(_ => new float[_options.BlockFrames])];
        float[][] output = [.. _audio.Channels.Select(_ => new float[_options.BlockFrames])];
        Pace pace = new(1);
        for (long block = 1; !isOver(); block++)
        {
            _plugin.Process(silence, output, 0, _options.BlockFrames, Transport(isPlaying: false, _audio.FrameCount));
            double seconds = (double)(block * _options.BlockFrames) / _audio.SampleRateHz;
            pace.WaitUntil(seconds);
            onBlock?.Invoke(seconds);
        }
    }

    private BlockTransport Transport(bool isPlaying, long frame)
        => new(isPlaying, frame, _options.TempoBpm, _options.MeterNumerator, _options.MeterDenominator);

    private long CountDiffering(int start, int frames)
    {
        bool Differs(int channel) => !MemoryMarshal.AsBytes(_audio.Channel(channel).Slice(start, frames))
            .SequenceEqual(MemoryMarshal.AsBytes(_output[channel].AsSpan(start, frames)));
        if (!Enumerable.Range(0, _output.Length).Any(Differs))
        {
            return 0;
        }

        return Enumerable.Range(start, frames).LongCount(frame => Enumerable.Range(0, _output.Length).Any(channel =>
            BitConverter.SingleToInt32Bits(_audio.Channels[channel][frame]) != BitConverter.SingleToInt32Bits(_output[channel][frame])));
    }

    // The plugin never waits for anybody, so the host keeps the time. Time that was lost is lost, as on a sound card: what came late
    // would come in one burst else, faster than any host plays.
    private sealed class Pace(double speed)
    {
        private static readonly TimeSpan MostBehind = TimeSpan.FromMilliseconds(20);
        private long _start = Stopwatch.GetTimestamp();

        public void WaitUntil(double seconds)
        {
            if (speed <= 0)
            {
                return;
            }

            TimeSpan ahead = TimeSpan.FromSeconds(seconds / speed) - Stopwatch.GetElapsedTime(_start);
            if (ahead > TimeSpan.FromMilliseconds(1))
            {
                Thread.Sleep(ahead);
            }
            else if (ahead < -MostBehind)
            {
                _start -= (long)(ahead.TotalSeconds * Stopwatch.Frequency);
            }
        }
    }
}
