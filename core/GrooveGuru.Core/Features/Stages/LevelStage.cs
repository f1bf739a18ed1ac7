namespace GrooveGuru.Core.Features.Stages;

/// <summary>Levels at the native rate: RMS and crest of the mono mix, frame levels, clipping, DC offset.</summary>
internal sealed class LevelStage
{
    // 16-bit full scale is 32767 / 32768.
    private const float FullScale = 0.99996f;
    private const int HopsPerFrame = 4;
    private const double SilenceDb = -100;

    private readonly int _sampleRateHz;
    private readonly double[] _channelSums;
    private readonly int[] _clipRuns;
    private readonly List<float> _hopPowers = [];
    private double _hopSum;
    private long _hopFramesLeft;
    private double _monoSquares;
    private float _monoPeak;
    private long _frames;

    /// <summary>Nothing heard yet.</summary>
    public LevelStage(int sampleRateHz, int channelCount)
    {
        _sampleRateHz = sampleRateHz;
        _channelSums = new double[channelCount];
        _clipRuns = new int[channelCount];
        _hopFramesLeft = HopEnd(0);
    }

    /// <summary>Samples at full scale in runs of two or more, over all channels.</summary>
    public long ClippedSamples { get; private set; }

    /// <summary>Mean square of the mono mix, linear.</summary>
    public double MonoMeanSquare => _frames == 0 ? 0 : _monoSquares / _frames;

    /// <summary>Mean of the channel with the largest offset, linear.</summary>
    public double DcOffset => _frames == 0 ? 0 : _channelSums.MaxBy(Math.Abs) / _frames;

    /// <summary>Hears samples: the channels and their mean.</summary>
    public void Process(float[][] planar, ReadOnlySpan<float> mono)
    {
        for (int channel = 0; channel < _channelSums.Length; channel++)
        {
            HearChannel(channel, planar[channel].AsSpan(0, mono.Length));
        }

        _frames += mono.Length;
        while (!mono.IsEmpty)
        {
            int taken = (int)Math.Min(mono.Length, _hopFramesLeft);
            double squares = 0;
            float peak = _monoPeak;
            for (int i = 0; i < taken; i++)
            {
                squares += (double)mono[i] * mono[i];
                peak = Math.Max(peak, Math.Abs(mono[i]));
            }

            _monoPeak = peak;
            _monoSquares += squares;
            _hopSum += squares;
            _hopFramesLeft -= taken;
            mono = mono[taken..];
            if (_hopFramesLeft == 0)
            {
                EndHop();
            }
        }
    }

    /// <summary>Writes what was measured.</summary>
    public void Finish(FeatureSheet sheet)
    {
        if (_monoSquares <= 0 || _monoPeak < 1e-9f)
        {
            string reason = _frames == 0 ? "There is no audio." : "The mono mix is silent.";
            sheet.AddMissing(reason, FeatureIds.Rms, FeatureIds.CrestFactor, FeatureIds.DynamicRange);
            return;
        }

        double rmsDb = 10 * Math.Log10(MonoMeanSquare);
        sheet.Add(FeatureIds.Rms, rmsDb);
        sheet.Add(FeatureIds.CrestFactor, (20 * Math.Log10(_monoPeak)) - rmsDb);
        AddDynamicRange(sheet);
    }

    private void HearChannel(int channel, ReadOnlySpan<float> samples)
    {
        double sum = 0;
        int run = _clipRuns[channel];
        foreach (float sample in samples)
        {
            sum += sample;
            if (Math.Abs(sample) >= FullScale)
            {
                // One sample at full scale is a normalised peak; the second makes it a flat top.
                run++;
                ClippedSamples += run == 2 ? 2 : run > 2 ? 1 : 0;
            }
            else
            {
                run = 0;
            }
        }

        _clipRuns[channel] = run;
        _channelSums[channel] += sum;
    }

    // Hops of 512 samples at 22 050 Hz, whatever the native rate.
    private long HopEnd(long hop) => (long)Math.Round((hop + 1) * 512.0 * _sampleRateHz / AnalysisRate.SampleRateHz);

    private void EndHop()
    {
        long hop = _hopPowers.Count;
        long length = HopEnd(hop) - HopEnd(hop - 1);
        _hopPowers.Add((float)(_hopSum / length));
        _hopSum = 0;
        _hopFramesLeft = HopEnd(hop + 1) - HopEnd(hop);
    }

    private void AddDynamicRange(FeatureSheet sheet)
    {
        if (_hopPowers.Count < HopsPerFrame)
        {
            sheet.AddMissing("The audio is shorter than one frame of 93 ms.", FeatureIds.DynamicRange);
            return;
        }

        // Frame t is centred on the beginning of hop t, as for every other frame-wise feature.
        var levelsDb = new double[_hopPowers.Count + 1];
        for (int frame = 0; frame < levelsDb.Length; frame++)
        {
            double power = 0;
            for (int hop = Math.Max(0, frame - 2); hop < Math.Min(frame + 2, _hopPowers.Count); hop++)
            {
                power += _hopPowers[hop] / HopsPerFrame;
            }

            levelsDb[frame] = Math.Max(SilenceDb, 10 * Math.Log10(Math.Max(power, 1e-12)));
        }

        Array.Sort(levelsDb);
        sheet.Add(FeatureIds.DynamicRange, Percentile(levelsDb, 0.95) - Percentile(levelsDb, 0.10));
    }

    private static double Percentile(double[] sorted, double share)
    {
        double at = share * (sorted.Length - 1);
        int below = (int)at;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }
}
