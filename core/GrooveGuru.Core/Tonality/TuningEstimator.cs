namespace GrooveGuru.Core.Tonality;

/// <summary>How far a piece is tuned from A = 440 Hz: where between the semitones its partials gather.</summary>
internal sealed class TuningEstimator
{
    // Below, a semitone is hardly wider than a bin; above, the partials of struck strings are stretched.
    private const float LowestPitch = 45;
    private const float HighestPitch = 88;

    private double[] _weights = new double[400];

    /// <summary>Offset, cents, −50…50; 0 where nothing was heard.</summary>
    public double Cents
    {
        get
        {
            (double cos, double sin, _) = Sum();
            return 50 / Math.PI * Math.Atan2(sin, cos);
        }
    }

    /// <summary>How closely the partials keep to one tuning, 0–1: 0 for noise, speech and glides; 0 where nothing was heard.</summary>
    public double Concentration
    {
        get
        {
            (double cos, double sin, double total) = Sum();
            return total > 0 ? Math.Sqrt((cos * cos) + (sin * sin)) / total : 0;
        }
    }

    /// <summary>Hears the peaks of a frame.</summary>
    public void Process(List<SpectralPeak> peaks)
    {
        foreach (SpectralPeak peak in peaks)
        {
            if (peak.Pitch is > LowestPitch and < HighestPitch)
            {
                _weights[(int)(_weights.Length * (peak.Pitch - MathF.Floor(peak.Pitch))) % _weights.Length] += MathF.Sqrt(peak.Amplitude);
            }
        }
    }

    /// <summary>A copy that goes on by itself from here.</summary>
    public TuningEstimator Fork()
    {
        var copy = (TuningEstimator)MemberwiseClone();
        copy._weights = [.. _weights];
        return copy;
    }

    private (double Cos, double Sin, double Total) Sum()
    {
        double cos = 0, sin = 0, total = 0;
        for (int bin = 0; bin < _weights.Length; bin++)
        {
            (double s, double c) = Math.SinCos(2 * Math.PI * (bin + 0.5) / _weights.Length);
            cos += _weights[bin] * c;
            sin += _weights[bin] * s;
            total += _weights[bin];
        }

        return (cos, sin, total);
    }
}
