using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Concurrency;

namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>Follows the pitch of one voice through a recording of any length.</summary>
internal sealed class VoiceFollower
{
    /// <summary>The lowest pitch that is followed, MIDI note number: under the E of a bass.</summary>
    public const double LowestPitch = 27;

    /// <summary>The highest pitch that is followed, MIDI note number.</summary>
    public const double HighestPitch = 97;

    // Some 500 frames are heard at once: enough that the threads which share them seldom wait for each other.
    private const int BlockFrames = 262_144;
    private const float MostRiseDb = 20;

    private readonly VoiceEar[] _ears = [.. Enumerable.Range(0, SideBySide.ThreadCount).Select(_ => new VoiceEar())];
    private readonly CancellationToken _cancellation;
    private readonly PitchPath _path;
    private readonly VoiceTrack _track = new();
    private readonly Queue<float[]> _bands = new();
    private float[] _samples = new float[8 * PeriodFinder.FrameSamples];
    private int _count = PeriodFinder.FrameSamples / 2;

    private VoiceFollower(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _path = new PitchPath(LowestPitch, HighestPitch, _track.Pitches.Add);
    }

    /// <summary>Follows the voice of a recording.</summary>
    /// <param name="source">The recording; channels are mixed to one, what is no sample (see <see cref="FiniteSamples"/>) is silence.</param>
    /// <param name="progress">Told the share that is done, 0 to 1, where the length is known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static VoiceTrack Follow(IAudioSource source, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        VoiceFollower follower = new(cancellationToken);
        MonoReader.Read(source, VoiceTrack.SampleRateHz, BlockFrames, follower.Push, progress, cancellationToken);
        follower.Push(new float[PeriodFinder.FrameSamples / 2]);
        follower._path.Finish();
        return follower._track;
    }

    private void Push(ReadOnlySpan<float> samples)
    {
        if (_count + samples.Length > _samples.Length)
        {
            Array.Resize(ref _samples, 2 * (_count + samples.Length));
        }

        samples.CopyTo(_samples.AsSpan(_count));
        _count += samples.Length;
        int frames = Math.Max(0, ((_count - PeriodFinder.FrameSamples) / VoiceTrack.HopLength) + 1);
        VoiceFrame[] heard = new VoiceFrame[frames];
        SideBySide.RunRanges(frames, _ears.Length, (worker, first, end, _) =>
        {
            for (int frame = first; frame < end; frame++)
            {
                heard[frame] = _ears[worker].Hear(_samples.AsSpan(frame * VoiceTrack.HopLength, PeriodFinder.FrameSamples));
            }
        }, _cancellation);
        Array.ForEach(heard, Take);
        int done = frames * VoiceTrack.HopLength;
        _samples.AsSpan(done, _count - done).CopyTo(_samples);
        _count -= done;
    }

    private void Take(VoiceFrame frame)
    {
        _track.LevelsDb.Add(frame.LevelDb);
        _path.Push(frame.Candidates);
        _track.Clarities.Add(frame.Candidates.Sum(candidate => candidate.Chance));
        _track.Rises.Add(Rise(frame.BandsDb));
    }

    // Mean rise of the bands since two frames before, dB.
    private float Rise(float[] bandsDb)
    {
        _bands.Enqueue(bandsDb);
        if (_bands.Count <= 2)
        {
            return 0;
        }

        float[] before = _bands.Dequeue();
        float rise = 0;
        for (int band = 0; band < bandsDb.Length; band++)
        {
            rise += Math.Clamp(bandsDb[band] - before[band], 0, MostRiseDb);
        }

        return rise / bandsDb.Length;
    }
}
