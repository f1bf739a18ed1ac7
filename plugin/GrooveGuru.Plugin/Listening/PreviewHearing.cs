using System.Diagnostics;
using GrooveGuru.Plugin.Processing;
using GrooveGuru.Plugin.Processing.Realtime;

namespace GrooveGuru.Plugin.Listening;

/// <summary>One hearing of a preview, from its file to the ring that the audio thread reads.</summary>
/// <param name="processor">The instance's way to the audio thread.</param>
/// <param name="path">The file.</param>
/// <param name="sampleRateHz">The host's sample rate, Hz.</param>
/// <param name="patience">After how long without a block of audio it ends, so that it does not begin to sound when nobody thinks of it any more.</param>
internal sealed class PreviewHearing(AudioProcessor processor, string path, int sampleRateHz, TimeSpan patience)
{
    /// <summary>After how long without a block of audio the user is told.</summary>
    public static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(1);

    // Far less than the ring holds, and short enough for a button.
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(15);

    // A host that is still there has a block processed within this time; from one that is not, the preview is taken away.
    private static readonly TimeSpan FadeLimit = TimeSpan.FromMilliseconds(300);

    private readonly object _sleep = new();
    private ListeningState _state = new(path);
    private bool _isUnwanted;
    private bool _isAbandoned;
    private long _blocks;
    private long _blocksSince;

    /// <summary>What is heard. [any-thread]</summary>
    public ListeningState State => Volatile.Read(ref _state);

    /// <summary>Whether any of it was heard. [any-thread]</summary>
    public bool WasHeard { get; private set; }

    /// <summary>Whether it ended because the host had nothing processed. [any-thread]</summary>
    public bool WasGivenUp { get; private set; }

    /// <summary>Ends it with a fade. [any-thread]</summary>
    public void Stop() => Wake(isAbandoned: false);

    /// <summary>Ends it at once. [any-thread]</summary>
    public void Abandon() => Wake(isAbandoned: true);

    /// <summary>Lets all of it be heard, and returns when it has ended. [a thread of its own]</summary>
    /// <returns>Why it ended.</returns>
    /// <exception cref="Core.Errors.GrooveGuruException">The file cannot be read.</exception>
    public PreviewEnd Run()
    {
        using PreviewFile file = new(path, sampleRateHz);
        PreviewRing ring = new(sampleRateHz);
        Filling filling = new(file, ring);
        filling.Fill();
        Volatile.Write(ref _state, State with { LengthSeconds = file.LengthSeconds });
        if (_isUnwanted || !processor.TryBegin(ring, sampleRateHz))
        {
            return PreviewEnd.Stopped;
        }

        try
        {
            return Follow(ring, filling);
        }
        finally
        {
            processor.End(ring);
        }
    }

    private PreviewEnd Follow(PreviewRing ring, Filling filling)
    {
        _blocksSince = Stopwatch.GetTimestamp();
        long endingSince = long.MaxValue;
        while (ring.End == PreviewEnd.None)
        {
            filling.Fill();
            Show(ring);
            if (_isAbandoned || processor.ActiveRateHz != sampleRateHz)
            {
                return PreviewEnd.Stopped;
            }

            if (Stopwatch.GetElapsedTime(_blocksSince) > patience)
            {
                WasGivenUp = true;
                return PreviewEnd.Stopped;
            }

            if (_isUnwanted)
            {
                ring.Stop();
            }

            if (_isUnwanted || processor.Values.IsBypassed)
            {
                endingSince = Math.Min(endingSince, Stopwatch.GetTimestamp());
                if (Stopwatch.GetElapsedTime(Math.Max(endingSince, _blocksSince)) > FadeLimit)
                {
                    break;
                }
            }

            Sleep();
        }

        WasHeard = ring.HeardFrames > 0;
        return ring.End != PreviewEnd.None ? ring.End : _isUnwanted ? PreviewEnd.Stopped : PreviewEnd.Bypassed;
    }

    private void Show(PreviewRing ring)
    {
        if (ring.Blocks is long blocks && blocks != _blocks)
        {
            (_blocks, _blocksSince) = (blocks, Stopwatch.GetTimestamp());
        }

        ListeningState shown = State with
        {
            PositionSeconds = (int)(ring.HeardFrames / sampleRateHz),
            IsWithoutAudio = Stopwatch.GetElapsedTime(_blocksSince) > SilenceLimit,
        };
        if (shown != State)
        {
            Volatile.Write(ref _state, shown);
        }
    }

    private void Wake(bool isAbandoned)
    {
        lock (_sleep)
        {
            _isUnwanted = true;
            _isAbandoned |= isAbandoned;
            Monitor.Pulse(_sleep);
        }
    }

    private void Sleep()
    {
        lock (_sleep)
        {
            if (!_isAbandoned)
            {
                Monitor.Wait(_sleep, Period);
            }
        }
    }

    // What was read and found no room yet waits here.
    private sealed class Filling(PreviewFile file, PreviewRing ring)
    {
        private ReadOnlyMemory<float> _left;
        private ReadOnlyMemory<float> _right;
        private bool _isOver;

        public void Fill()
        {
            while (!_isOver && ring.FreeFrames is > 0 and int free)
            {
                if (_left.IsEmpty && !file.TryRead(out _left, out _right))
                {
                    _isOver = true;
                    ring.Finish();
                    return;
                }

                int count = Math.Min(free, _left.Length);
                ring.Write(_left.Span[..count], _right.Span[..count]);
                (_left, _right) = (_left[count..], _right[count..]);
            }
        }
    }
}
