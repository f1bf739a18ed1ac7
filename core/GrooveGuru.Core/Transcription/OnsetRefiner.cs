namespace GrooveGuru.Core.Transcription;

/// <summary>Moves the start of a note to where its harmonics begin to rise: a slow attack wins the path only late.</summary>
internal sealed class OnsetRefiner
{
    private const double WindowSeconds = 0.046;
    private const double BackSeconds = 0.1;
    private const double ForwardSeconds = 0.05;
    private const double RiseShare = 0.35;
    private const int HarmonicCount = 6;
    private readonly SalienceAnalyser _analyser;
    private readonly float[] _samples;
    private readonly int _sampleRateHz;
    private readonly float[] _unused;

    /// <summary>A refiner over one recording.</summary>
    /// <param name="samples">Mono samples.</param>
    /// <param name="sampleRateHz">Their rate, Hz.</param>
    public OnsetRefiner(float[] samples, int sampleRateHz)
    {
        var grid = new PitchGrid(60, 60);
        _analyser = new SalienceAnalyser(sampleRateHz, WindowSeconds, grid);
        _unused = new float[grid.Count];
        _samples = samples;
        _sampleRateHz = sampleRateHz;
    }

    /// <summary>The time of the onset near a first estimate.</summary>
    /// <param name="estimateSeconds">First estimate, s.</param>
    /// <param name="earliestSeconds">The onset is not before this, s.</param>
    /// <param name="midiPitch">Pitch of the note.</param>
    public double Refine(double estimateSeconds, double earliestSeconds, double midiPitch)
    {
        const double StepSeconds = 0.004;
        double start = Math.Max(earliestSeconds, estimateSeconds - BackSeconds);
        int count = (int)((estimateSeconds + ForwardSeconds - start) / StepSeconds) + 1;
        if (count < 4)
        {
            return estimateSeconds;
        }

        double[] levels = new double[count];
        for (int step = 0; step < count; step++)
        {
            levels[step] = LevelAt(start + (step * StepSeconds), midiPitch);
        }

        int top = Array.IndexOf(levels, levels.Max());
        int bottom = top;
        for (int step = top; step >= 0; step--)
        {
            bottom = levels[step] < levels[bottom] ? step : bottom;
        }

        double threshold = levels[bottom] + (RiseShare * (levels[top] - levels[bottom]));
        for (int step = bottom; step <= top; step++)
        {
            if (levels[step] >= threshold)
            {
                return start + (step * StepSeconds);
            }
        }

        return estimateSeconds;
    }

    private double LevelAt(double seconds, double midiPitch)
    {
        _analyser.Analyse(_samples, (int)(seconds * _sampleRateHz), _unused);
        double fundamentalHz = PitchGrid.FrequencyHz(midiPitch);
        double sum = 0;
        for (int harmonic = 1; harmonic <= HarmonicCount; harmonic++)
        {
            sum += Math.Sqrt(_analyser.MagnitudeAt(harmonic * fundamentalHz));
        }

        return sum;
    }
}
