using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Midi;

namespace GrooveGuru.Core.Synthesis;

/// <summary>A song played by our own few instruments, as mono audio that is made while it is read; memory does not grow with its length.</summary>
public sealed class SongSource : IAudioSource
{
    private const int BlockFrames = 512;
    private const double TailSeconds = 1, LongestStrokeSeconds = 4.5;
    private const ulong NoiseSeed = 1;
    private readonly PlayedNote[] _notes;
    private readonly float[] _block = new float[BlockFrames];
    private readonly List<(NoteVoice Voice, WheelTrack Wheel)> _voices = [];
    private readonly List<(float[] Samples, long FirstFrame)> _strokes = [];
    private readonly DrumSynthesizer _drums;
    private readonly long _frameCount;
    private long _blockStart;
    private int _taken = BlockFrames;
    private long _read;
    private int _next;

    /// <summary>A song that has not been played yet.</summary>
    /// <param name="song">The song.</param>
    /// <param name="sampleRateHz">Sample rate, Hz, within <see cref="SampleRateLimits"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of range.</exception>
    public SongSource(MidiSong song, int sampleRateHz)
    {
        ArgumentNullException.ThrowIfNull(song);
        SampleRateLimits.Require(sampleRateHz);
        SampleRateHz = sampleRateHz;
        _drums = new DrumSynthesizer(sampleRateHz, NoiseSeed);
        var clock = new SongClock(song);
        _notes = [.. song.Tracks.SelectMany(track => Played(track, clock)).OrderBy(note => note.StartSeconds)];
        double end = _notes.Select(note => note.EndSeconds).DefaultIfEmpty(-TailSeconds).Max() + TailSeconds;
        _frameCount = (long)Math.Ceiling(end * sampleRateHz);
    }

    /// <inheritdoc/>
    public int SampleRateHz { get; }

    /// <inheritdoc/>
    public int ChannelCount => 1;

    /// <inheritdoc/>
    public long? FrameCount => _frameCount;

    /// <inheritdoc/>
    public string? Warning => null;

    /// <inheritdoc/>
    public int Read(float[][] planar, int offsetFrames, int frameCount)
    {
        PlanarRange.Validate(planar, ChannelCount, offsetFrames, frameCount);
        int wanted = (int)Math.Min(frameCount, _frameCount - _read);
        for (int done = 0; done < wanted;)
        {
            if (_taken == BlockFrames)
            {
                Play();
            }

            int count = Math.Min(wanted - done, BlockFrames - _taken);
            _block.AsSpan(_taken, count).CopyTo(planar[0].AsSpan(offsetFrames + done));
            _taken += count;
            done += count;
        }

        _read += Math.Max(0, wanted);
        return Math.Max(0, wanted);
    }

    /// <summary>Nothing is held.</summary>
    public void Dispose()
    {
    }

    private static IEnumerable<PlayedNote> Played(MidiTrack track, SongClock clock)
    {
        WheelTrack wheel = new(track, clock);
        return track.Notes.Select(note => new PlayedNote(
            clock.SecondsAt(note.StartTicks), clock.SecondsAt(note.StartTicks + note.LengthTicks), note, track.Program, wheel));
    }

    private void Play()
    {
        Array.Clear(_block);
        _taken = 0;
        long end = _blockStart + BlockFrames;
        for (; _next < _notes.Length && Math.Ceiling(_notes[_next].StartSeconds * SampleRateHz) < end; _next++)
        {
            Begin(_notes[_next]);
        }

        foreach ((NoteVoice voice, WheelTrack wheel) in _voices)
        {
            voice.BendSemitones = wheel.SemitonesAt((double)_blockStart / SampleRateHz);
            int from = (int)(voice.NextFrame - _blockStart), to = (int)(Math.Min(voice.EndFrame, end) - _blockStart);
            voice.Add(_block.AsSpan(from, Math.Max(0, to - from)));
        }

        foreach ((float[] samples, long first) in _strokes)
        {
            long from = Math.Max(first, _blockStart), to = Math.Min(first + samples.Length, end);
            for (long frame = from; frame < to; frame++)
            {
                _block[frame - _blockStart] += samples[frame - first];
            }
        }

        _voices.RemoveAll(sounding => sounding.Voice.EndFrame <= end);
        _strokes.RemoveAll(stroke => stroke.FirstFrame + stroke.Samples.Length <= end);
        _blockStart = end;
    }

    private void Begin(PlayedNote note)
    {
        if (note.Note.Channel == MidiTrack.DrumChannel)
        {
            // A stroke is short: it is made at once, with its place between two samples.
            long first = (long)Math.Floor(note.StartSeconds * SampleRateHz);
            float[] samples = new float[(int)(LongestStrokeSeconds * SampleRateHz)];
            _drums.AddStroke(samples, Math.Max(0, note.StartSeconds - ((double)first / SampleRateHz)), GeneralMidiSounds.Drum(note.Note.Pitch), note.Note.Velocity);
            _strokes.Add((samples, first));
            return;
        }

        double held = note.EndSeconds - note.StartSeconds;
        _voices.Add((
            new NoteVoice(GeneralMidiSounds.Patch(note.Program), SampleRateHz, note.StartSeconds, held, note.Note.Pitch, note.Note.Velocity), note.Wheel));
    }

    private sealed record PlayedNote(double StartSeconds, double EndSeconds, MidiNote Note, int? Program, WheelTrack Wheel);
}
