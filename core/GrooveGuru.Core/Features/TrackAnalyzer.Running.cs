using GrooveGuru.Core.Loudness.Realtime;

namespace GrooveGuru.Core.Features;

/// <content>Looking at what is measured while the audio goes on.</content>
public sealed partial class TrackAnalyzer
{
    private TrackAnalyzer(TrackAnalyzer other)
    {
        _sampleRateHz = other._sampleRateHz;
        _channelCount = other._channelCount;
        _threadCount = 1;
        _scope = other._scope;
        _batch = [.. other._batch.Select(channel => channel.ToArray())];
        _mono = new float[other._mono.Length];
        _level = other._level.Fork();
        _stereo = other._stereo?.Fork();
        _bandStereo = other._bandStereo?.Fork();
        _noiseFloor = other._noiseFloor?.Fork();
        _waveform = other._waveform?.Fork();
        _loudness = other._loudness?.Fork();
        _truePeak = other._truePeak is { } truePeak ? new TruePeakMeter(truePeak) : null;
        _pipeline = other._pipeline?.Fork();
        _filled = other._filled;
        _frames = other._frames;
        _nonFinite = other._nonFinite;
        (_front, _stages) = MakeCrews();
    }

    /// <summary>What <see cref="Finish"/> would give if the audio ended here; the analysis goes on.</summary>
    /// <returns>The same values, bit for bit, as an analysis of what was heard until now.</returns>
    /// <exception cref="InvalidOperationException">The analysis is finished, or has several threads.</exception>
    public TrackAnalysis Snapshot()
    {
        ThrowIfFinished();
        if (_threadCount > 1)
        {
            throw new InvalidOperationException("An analysis that runs beside the music has one thread.");
        }

        return new TrackAnalyzer(this).Finish();
    }
}
