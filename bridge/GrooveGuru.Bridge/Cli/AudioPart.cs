using System.Globalization;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;

namespace GrooveGuru.Bridge.Cli;

/// <summary>Which part of an audio file is worked on, and with how many threads.</summary>
/// <param name="StartSeconds">Where it begins, s.</param>
/// <param name="DurationSeconds">Its length, s; null for the rest.</param>
/// <param name="Threads">Threads of one analysis, 1 or more.</param>
internal sealed record AudioPart(double StartSeconds, double? DurationSeconds, int Threads)
{
    /// <summary>Opens the part of a file.</summary>
    /// <exception cref="GrooveGuruException">The file cannot be read, or the part lies behind its end.</exception>
    public IAudioSource Open(string path)
    {
        IAudioSource source = AudioFile.Open(path);
        if (StartSeconds == 0 && DurationSeconds is null)
        {
            return source;
        }

        if (source.FrameCount is { } frames && StartSeconds * source.SampleRateHz >= frames)
        {
            source.Dispose();
            throw new GrooveGuruException(string.Create(
                CultureInfo.InvariantCulture,
                $"{path} is {(double)frames / source.SampleRateHz:0.###} s long; --start {StartSeconds} lies behind its end."));
        }

        return new PartSource(source, StartSeconds, DurationSeconds);
    }
}
