using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Transcription.BasicPitch;

/// <summary>Brings audio of any rate and length to the model, window by window; memory does not grow with its length.</summary>
public sealed class NoteHearing
{
    private const int BlockFrames = 16384;

    private readonly INoteModel _model;
    private readonly float[] _waiting = new float[BasicPitchFraming.WindowSamples];
    private readonly NoteWindows _windows;
    private int _windowCount;
    private int _waitingSamples = BasicPitchFraming.LeadSamples;
    private long _heardSamples;
    private readonly Action<ReadOnlySpan<float>>? _takeSamples;
    private int _framesGiven;

    private NoteHearing(INoteModel model, Action<ReadOnlySpan<float>>? takeSamples)
    {
        (_model, _takeSamples) = (model, takeSamples);
        _windows = new NoteWindows(model.WindowsAtOnce);
    }

    /// <summary>Hears all of a recording.</summary>
    /// <param name="source">The recording; channels are mixed to one, what is no sample (see <see cref="FiniteSamples"/>) is silence.</param>
    /// <param name="model">The model.</param>
    /// <param name="take">Called for each window with the frames that are new: note, onset [frame x 88] and contour [frame x 264].</param>
    /// <param name="progress">Told the share that is done, 0 to 1, where the length is known.</param>
    /// <param name="takeSamples">Called with the samples as the model hears them, before it hears them; may be null.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The length of the recording, s.</returns>
    /// <exception cref="Errors.InferenceFailedException">The model could not be run.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static double Hear(
        IAudioSource source,
        INoteModel model,
        NoteSink take,
        IProgress<double>? progress = null,
        Action<ReadOnlySpan<float>>? takeSamples = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(take);
        NoteHearing hearing = new(model, takeSamples);
        double seconds = MonoReader.Read(
            source, BasicPitchFraming.SampleRateHz, BlockFrames, samples => hearing.Push(samples, take, cancellationToken), progress, cancellationToken);
        hearing.Finish(take, cancellationToken);
        return seconds;
    }

    private void Push(ReadOnlySpan<float> samples, NoteSink take, CancellationToken cancellationToken)
    {
        _takeSamples?.Invoke(samples);
        _heardSamples += samples.Length;
        while (samples.Length > 0)
        {
            int taken = Math.Min(samples.Length, _waiting.Length - _waitingSamples);
            samples[..taken].CopyTo(_waiting.AsSpan(_waitingSamples));
            _waitingSamples += taken;
            samples = samples[taken..];
            if (_waitingSamples == _waiting.Length)
            {
                Gather(take, int.MaxValue, cancellationToken);
            }
        }
    }

    // The last windows are filled up with silence, and the frames behind the end are left out.
    private void Finish(NoteSink take, CancellationToken cancellationToken)
    {
        int frames = BasicPitchFraming.FrameCount(_heardSamples);
        while (_framesGiven + (_windowCount * BasicPitchFraming.KeptFrames) < frames)
        {
            _waiting.AsSpan(_waitingSamples).Clear();
            Gather(take, frames, cancellationToken);
        }

        Run(take, frames, cancellationToken);
    }

    private void Gather(NoteSink take, int mostFrames, CancellationToken cancellationToken)
    {
        _waiting.CopyTo(_windows.Samples(_windowCount++));
        _waiting.AsSpan(BasicPitchFraming.WindowHopSamples).CopyTo(_waiting);
        _waitingSamples = Math.Max(0, _waitingSamples - BasicPitchFraming.WindowHopSamples);
        if (_windowCount == _windows.Capacity)
        {
            Run(take, mostFrames, cancellationToken);
        }
    }

    private void Run(NoteSink take, int mostFrames, CancellationToken cancellationToken)
    {
        _model.Hear(_windows, _windowCount, cancellationToken);
        for (int window = 0; window < _windowCount; window++)
        {
            int count = Math.Min(BasicPitchFraming.KeptFrames, mostFrames - _framesGiven);
            _framesGiven += count;
            take(
                Kept(_windows.Note(window), BasicPitchFraming.PitchCount, count),
                Kept(_windows.Onset(window), BasicPitchFraming.PitchCount, count),
                Kept(_windows.Contour(window), BasicPitchFraming.ContourBinCount, count));
        }

        _windowCount = 0;
    }

    private static ReadOnlySpan<float> Kept(ReadOnlySpan<float> values, int width, int count)
        => values.Slice(BasicPitchFraming.MarginFrames * width, count * width);
}
