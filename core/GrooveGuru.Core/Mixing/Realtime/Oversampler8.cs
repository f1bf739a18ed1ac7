using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// One channel at eight times its sample rate: up by three half-band filters, down by three more. No look-ahead: minimum
/// phase, with a group delay of a few samples.
/// </summary>
/// <remarks>Within 0.01 dB up to 0.42 of the sample rate; images and aliases of what lies above 0.58 are 90 dB down (tested).</remarks>
internal sealed class Oversampler8
{
    /// <summary>How many samples stand for one.</summary>
    internal const int Factor = 8;

    // The first doubling has to be steep; what the later ones must keep apart lies further apart.
    private static readonly double[][] Stages =
    [
        HalfBandDesign.Coefficients(9, 0.04),
        HalfBandDesign.Coefficients(4, 0.14),
        HalfBandDesign.Coefficients(3, 0.19),
    ];

    private readonly HalfBandFilter[] _up = [.. Stages.Select(stage => new HalfBandFilter(stage))];
    private readonly HalfBandFilter[] _down = [.. Stages.Select(stage => new HalfBandFilter(stage))];

    /// <summary>Eight samples for one.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="samples">Takes the samples [8].</param>
    [RealtimeSafe]
    internal void Up(double sample, Span<double> samples)
    {
        _up[0].Double(sample, out samples[0], out samples[4]);
        for (int half = 0; half < Factor; half += 4)
        {
            _up[1].Double(samples[half], out samples[half], out samples[half + 2]);
            for (int quarter = half; quarter < half + 4; quarter += 2)
            {
                _up[2].Double(samples[quarter], out samples[quarter], out samples[quarter + 1]);
            }
        }
    }

    /// <summary>One sample for eight.</summary>
    [RealtimeSafe]
    internal double Down(ReadOnlySpan<double> samples)
    {
        double first = _down[1].Halve(_down[2].Halve(samples[0], samples[1]), _down[2].Halve(samples[2], samples[3]));
        double second = _down[1].Halve(_down[2].Halve(samples[4], samples[5]), _down[2].Halve(samples[6], samples[7]));
        return _down[0].Halve(first, second);
    }

    [RealtimeSafe]
    internal void Reset()
    {
        for (int stage = 0; stage < _up.Length; stage++)
        {
            _up[stage].Reset();
            _down[stage].Reset();
        }
    }
}
