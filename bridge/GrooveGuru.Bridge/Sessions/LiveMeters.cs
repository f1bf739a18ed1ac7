using System.Runtime.InteropServices;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Loudness.Realtime;

namespace GrooveGuru.Bridge.Sessions;

/// <summary>The measures that move while a track plays.</summary>
internal sealed class LiveMeters
{
    private const int BlockFrames = 4096;

    private readonly LoudnessMeter _loudness;
    private readonly TruePeakMeter _truePeak;
    private readonly float[][] _planar;

    /// <summary>Meters at rest.</summary>
    public LiveMeters(int sampleRateHz, int channelCount)
    {
        _loudness = new LoudnessMeter(sampleRateHz, channelCount);
        _truePeak = new TruePeakMeter(sampleRateHz, channelCount);
        _planar = new float[channelCount][];
        for (int channel = 0; channel < channelCount; channel++)
        {
            _planar[channel] = new float[BlockFrames];
        }
    }

    /// <summary>Takes in interleaved 32-bit float frames; a sample that is not finite counts as silence.</summary>
    public void Process(ReadOnlySpan<byte> interleavedBytes, int frameCount)
    {
        ReadOnlySpan<float> interleaved = MemoryMarshal.Cast<byte, float>(interleavedBytes);
        int channelCount = _planar.Length;
        for (int first = 0; first < frameCount; first += BlockFrames)
        {
            int frames = Math.Min(BlockFrames, frameCount - first);
            for (int channel = 0; channel < channelCount; channel++)
            {
                Span<float> target = _planar[channel];
                for (int frame = 0; frame < frames; frame++)
                {
                    float sample = interleaved[((first + frame) * channelCount) + channel];
                    target[frame] = float.IsFinite(sample) ? sample : 0;
                }
            }

            _loudness.Process(_planar, 0, frames);
            _truePeak.Process(_planar, 0, frames);
        }
    }

    /// <summary>Writes what is measurable into a message.</summary>
    public void WriteTo(RunningMeasures running)
    {
        if (_loudness.IntegratedLufs is { } integrated)
        {
            running.IntegratedLufs = integrated;
        }

        if (_loudness.MomentaryLufs is { } momentary)
        {
            running.MomentaryLufs = momentary;
        }

        if (_loudness.ShortTermLufs is { } shortTerm)
        {
            running.ShortTermLufs = shortTerm;
        }

        if (_truePeak.TruePeakDbtp is { } peak)
        {
            running.TruePeakDbtp = peak;
        }
    }
}
