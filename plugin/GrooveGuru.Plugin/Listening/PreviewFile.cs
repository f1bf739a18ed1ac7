using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Plugin.Listening;

/// <summary>A preview on the disk, read at the host's sample rate.</summary>
internal sealed class PreviewFile : IDisposable
{
    private const int BlockFrames = 4096;
    private readonly IAudioSource _source;
    private readonly Resampler[]? _converters;
    private readonly float[][] _block;
    private readonly float[][] _converted;
    private bool _isOver;

    /// <summary>Opens it.</summary>
    /// <param name="path">The file: recording on the left, notes on the right.</param>
    /// <param name="sampleRateHz">The rate at which it is wanted, Hz.</param>
    /// <exception cref="UnsupportedAudioException">It is not there, or cannot be read.</exception>
    public PreviewFile(string path, int sampleRateHz)
    {
        _source = AudioFile.Open(path);
        _block = [.. Enumerable.Range(0, _source.ChannelCount).Select(_ => new float[BlockFrames])];
        Sides = Math.Min(2, _source.ChannelCount);
        if (_source.SampleRateHz != sampleRateHz)
        {
            _converters = [.. Enumerable.Range(0, Sides).Select(_ => new Resampler(_source.SampleRateHz, sampleRateHz))];
        }

        _converted = _converters is null
            ? _block
            : [.. _converters.Select(converter => new float[Math.Max(converter.MaxOutput(BlockFrames), converter.MaxOutput(0))])];
        LengthSeconds = (double)(_source.FrameCount ?? 0) / _source.SampleRateHz;
    }

    /// <summary>How long it is, s.</summary>
    public double LengthSeconds { get; }

    private int Sides { get; }

    /// <summary>Reads on.</summary>
    /// <param name="left">The next samples for the left; good until the next call.</param>
    /// <param name="right">As many for the right; the same where the file has one channel.</param>
    /// <returns>False at the end.</returns>
    public bool TryRead(out ReadOnlyMemory<float> left, out ReadOnlyMemory<float> right)
    {
        int count = 0;
        while (count == 0 && !_isOver)
        {
            int read = _source.Read(_block, 0, BlockFrames);
            _isOver = read == 0;
            count = _converters is null ? read : Convert(_converters, read);
        }

        left = _converted[0].AsMemory(0, count);
        right = _converted[Sides - 1].AsMemory(0, count);
        return count > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();

    private int Convert(Resampler[] converters, int read)
    {
        int count = 0;
        for (int side = 0; side < Sides; side++)
        {
            count = read == 0 ? converters[side].Finish(_converted[side]) : converters[side].Push(_block[side].AsSpan(0, read), _converted[side]);
        }

        return count;
    }
}
