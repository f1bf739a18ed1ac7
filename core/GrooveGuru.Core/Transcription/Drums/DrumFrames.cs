using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Transcription.Drums;

/// <summary>Cuts a recording into frames of levels in bands; memory does not grow with its length.</summary>
internal sealed class DrumFrames
{
    private const int Half = DrumFraming.LongSamples / 2;

    private readonly BandSpectrum _long = new(DrumFraming.LongSamples, DrumFraming.LongBands);
    private readonly BandSpectrum _short = new(DrumFraming.ShortSamples, DrumFraming.ShortBands);
    private readonly float[] _waiting = new float[65536];
    private readonly float[] _bands = new float[DrumFraming.Bands];
    private readonly float _perReference;
    private readonly Action<float[]> _take;
    private int _count = Half;

    private DrumFrames(double reference, Action<float[]> take)
    {
        _perReference = (float)(1 / reference);
        _take = take;
    }

    /// <summary>Reads to the end.</summary>
    /// <param name="source">The recording, any rate, channels and length.</param>
    /// <param name="reference">Mean square that counts as 0 bel, &gt; 0.</param>
    /// <param name="take">
    /// Called for each frame, the first in the middle of which is sample 0, with the levels in bel [<see cref="DrumFraming.Bands"/>];
    /// the memory is used again.
    /// </param>
    /// <param name="progress">Told the share that is done, 0 to 1, where the length is known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Read(
        IAudioSource source, double reference, Action<float[]> take, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        DrumFrames frames = new(reference, take);
        MonoReader.Read(source, DrumFraming.SampleRateHz, DrumFraming.BlockFrames, frames.Push, progress, cancellationToken);
        frames.Push(new float[Half]);
    }

    private void Push(ReadOnlySpan<float> samples)
    {
        while (!samples.IsEmpty)
        {
            int taken = Math.Min(samples.Length, _waiting.Length - _count);
            samples[..taken].CopyTo(_waiting.AsSpan(_count));
            samples = samples[taken..];
            _count += taken;
            int from = 0;
            for (; from + DrumFraming.LongSamples <= _count; from += DrumFraming.HopSamples)
            {
                Measure(_waiting.AsSpan(from, DrumFraming.LongSamples));
                _take(_bands);
            }

            _waiting.AsSpan(from, _count - from).CopyTo(_waiting);
            _count -= from;
        }
    }

    private void Measure(ReadOnlySpan<float> samples)
    {
        _long.Measure(samples, _bands.AsSpan(0, DrumFraming.LongBands));
        _short.Measure(samples.Slice(Half - (DrumFraming.ShortSamples / 2), DrumFraming.ShortSamples), _bands.AsSpan(DrumFraming.LongBands));
        for (int band = 0; band < _bands.Length; band++)
        {
            _bands[band] = MathF.Log10((_bands[band] * _perReference) + 1e-7f);
        }
    }
}
