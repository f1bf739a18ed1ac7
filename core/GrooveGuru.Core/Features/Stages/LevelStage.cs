using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>Levels at the native rate: RMS and crest of the mono mix, clipping, DC offset.</summary>
internal sealed class LevelStage
{
    // 16-bit full scale is 32767 / 32768.
    private const float FullScale = 0.99996f;

    private double[] _channelSums;
    private int[] _clipRuns;
    private double _monoSquares;
    private float _monoPeak;
    private long _frames;

    /// <summary>Nothing heard yet.</summary>
    public LevelStage(int channelCount)
    {
        _channelSums = new double[channelCount];
        _clipRuns = new int[channelCount];
    }

    /// <summary>Samples at full scale in runs of two or more, over all channels.</summary>
    public long ClippedSamples { get; private set; }

    /// <summary>Mean square of the mono mix, linear.</summary>
    public double MonoMeanSquare => _frames == 0 ? 0 : _monoSquares / _frames;

    /// <summary>Mean of the channel with the largest offset, linear.</summary>
    public double DcOffset => _frames == 0 ? 0 : _channelSums.MaxBy(Math.Abs) / _frames;

    /// <summary>Hears samples: the channels and their mean.</summary>
    public void Process(float[][] planar, int offsetFrames, ReadOnlySpan<float> mono)
    {
        for (int channel = 0; channel < _channelSums.Length; channel++)
        {
            HearChannel(channel, planar[channel].AsSpan(offsetFrames, mono.Length));
        }

        _frames += mono.Length;
        SampleMoments mix = SampleMoments.Of(mono);
        _monoSquares += mix.Squares;
        _monoPeak = Math.Max(_monoPeak, mix.Peak);
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public LevelStage Fork()
    {
        var copy = (LevelStage)MemberwiseClone();
        copy._channelSums = [.. _channelSums];
        copy._clipRuns = [.. _clipRuns];
        return copy;
    }

    /// <summary>Writes what was measured.</summary>
    public void Finish(FeatureSheet sheet)
    {
        if (_monoSquares <= 0 || _monoPeak < 1e-9f)
        {
            string reason = _frames == 0 ? "There is no audio." : "The mono mix is silent.";
            sheet.AddMissing(reason, FeatureIds.Rms, FeatureIds.CrestFactor);
            return;
        }

        double rmsDb = 10 * Math.Log10(MonoMeanSquare);
        sheet.Add(FeatureIds.Rms, rmsDb);
        sheet.Add(FeatureIds.CrestFactor, (20 * Math.Log10(_monoPeak)) - rmsDb);
    }

    private void HearChannel(int channel, ReadOnlySpan<float> samples)
    {
        SampleMoments moments = SampleMoments.Of(samples);
        _channelSums[channel] += moments.Sum;
        if (moments.Peak < FullScale)
        {
            _clipRuns[channel] = 0;
            return;
        }

        int run = _clipRuns[channel];
        foreach (float sample in samples)
        {
            // One sample at full scale is a normalised peak; the second makes it a flat top.
            run = Math.Abs(sample) >= FullScale ? run + 1 : 0;
            ClippedSamples += run == 2 ? 2 : run > 2 ? 1 : 0;
        }

        _clipRuns[channel] = run;
    }
}
