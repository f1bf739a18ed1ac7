using GrooveGuru.Core.Errors;

namespace GrooveGuru.Core.Audio.Native;

/// <summary>Streams the samples of a file that libsndfile reads.</summary>
internal sealed class SndFileSource : IAudioSource
{
    private const int BlockFrames = 8192;

    private readonly float[] _interleaved;
    private readonly SndFileInfo _info;
    private readonly AudioContainer _container;
    private nint _file;
    private long _framesRead;
    private bool _ended;

    private SndFileSource(nint file, SndFileInfo info, AudioContainer container)
    {
        _file = file;
        _info = info;
        _container = container;
        _interleaved = new float[BlockFrames * info.ChannelCount];
    }

    /// <inheritdoc/>
    public int SampleRateHz => _info.SampleRateHz;

    /// <inheritdoc/>
    public int ChannelCount => _info.ChannelCount;

    /// <inheritdoc/>
    public long? FrameCount => _info.Frames is > 0 and < long.MaxValue / 2 ? _info.Frames : null;

    /// <inheritdoc/>
    /// <remarks>Known at the end of the file: a lossless file that stops short of its promised length.</remarks>
    public string? Warning =>
        _ended && _container is AudioContainer.Flac or AudioContainer.Aiff && _framesRead < FrameCount
            ? "The file is truncated or damaged: it ends before the length that its header promises."
            : null;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="container">What its first bytes say it is.</param>
    /// <exception cref="UnsupportedAudioException">libsndfile is missing or does not read it.</exception>
    public static SndFileSource Open(string path, AudioContainer container)
    {
        if (!SndFileLibrary.IsAvailable)
        {
            throw new UnsupportedAudioException(
                path,
                container == AudioContainer.Unknown
                    ? "This is no WAV file, and nothing else can be read because the library libsndfile is missing; "
                        + SndFileLibrary.InstallHint + "."
                    : $"Reading {NameOf(container)} needs the library libsndfile, which is missing; {SndFileLibrary.InstallHint}.");
        }

        nint file = SndFileLibrary.Open(path, out SndFileInfo info);
        if (file == 0)
        {
            throw new UnsupportedAudioException(
                path,
                container == AudioContainer.Unknown
                    ? "The content is not audio that can be read here; use WAV, FLAC, OGG, MP3 or AIFF."
                    : $"The {NameOf(container)} file is damaged or of a kind that libsndfile does not read ({SndFileLibrary.LastError()}).");
        }

        if (info.ChannelCount < 1 || !SampleRateLimits.Allows(info.SampleRateHz))
        {
            SndFileLibrary.Close(file);
            throw new UnsupportedAudioException(
                path, info.ChannelCount < 1 ? "The file names no channels." : SampleRateLimits.Refusal(info.SampleRateHz));
        }

        return new SndFileSource(file, info, container);
    }

    /// <inheritdoc/>
    public int Read(float[][] planar, int offsetFrames, int frameCount)
    {
        PlanarRange.Validate(planar, ChannelCount, offsetFrames, frameCount);
        ObjectDisposedException.ThrowIf(_file == 0, this);
        int done = 0;
        while (done < frameCount && !_ended)
        {
            int wanted = Math.Min(BlockFrames, frameCount - done);
            int got = SndFileLibrary.Read(_file, _interleaved, wanted);
            _ended = got == 0;
            for (int channel = 0; channel < ChannelCount; channel++)
            {
                Span<float> destination = planar[channel].AsSpan(offsetFrames + done, got);
                for (int frame = 0, at = channel; frame < got; frame++, at += ChannelCount)
                {
                    destination[frame] = _interleaved[at];
                }
            }

            done += got;
        }

        _framesRead += done;
        return done;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_file != 0)
        {
            SndFileLibrary.Close(_file);
            _file = 0;
        }
    }

    private static string NameOf(AudioContainer container) => container switch
    {
        AudioContainer.Wav => "this kind of WAV",
        AudioContainer.Flac => "FLAC",
        AudioContainer.Ogg => "OGG",
        AudioContainer.Mp3 => "MP3",
        AudioContainer.Aiff => "AIFF",
        _ => "audio",
    };
}
