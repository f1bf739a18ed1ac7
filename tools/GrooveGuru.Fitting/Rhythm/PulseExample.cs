namespace GrooveGuru.Fitting.Rhythm;

/// <summary>What <see cref="PulseNetwork"/> learns from of one piece.</summary>
/// <param name="Features">Scaled features of each reading.</param>
/// <param name="IsRight">Which readings are right; none where there is no pulse.</param>
/// <param name="HasPulse">Whether there is a pulse.</param>
internal sealed record PulseExample(float[][] Features, bool[] IsRight, bool HasPulse)
{
    /// <summary>What was given to the truth.</summary>
    /// <param name="shares">Probability of each reading.</param>
    /// <param name="none">Probability of no pulse.</param>
    public double OfTruth(ReadOnlySpan<double> shares, double none)
    {
        double sum = HasPulse ? 0 : none;
        for (int reading = 0; reading < shares.Length; reading++)
        {
            sum += IsRight[reading] ? shares[reading] : 0;
        }

        return sum;
    }
}
