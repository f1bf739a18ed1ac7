using GrooveGuru.Core.Dsp;
using GrooveGuru.Core.Mixing;

namespace GrooveGuru.Core.Advice.Evaluation;

/// <summary>What the equalisers of a chain do together to each frequency.</summary>
/// <remarks>Designed at 96 kHz, where every band is its analogue model up to 20 kHz: a chain has one response, whatever the track's rate.</remarks>
internal sealed class ChainResponse
{
    private const double DesignRateHz = 96000;
    private const int ProbesPerOctave = 6;

    private readonly BiquadCoefficients[] _sections;

    /// <param name="chain">The chain; only its equalisers are read.</param>
    internal ChainResponse(IEnumerable<ProcessorSettings> chain) => _sections =
    [
        .. chain.OfType<ParametricEqSettings>().SelectMany(eq => eq.Bands).SelectMany(band => EqBandDesign.Sections(band, DesignRateHz)),
    ];

    /// <summary>Gain at one frequency, dB.</summary>
    internal double Db(double frequencyHz) => _sections.Sum(section => section.MagnitudeDb(frequencyHz, DesignRateHz));

    /// <summary>Gain at one frequency over that at another, dB.</summary>
    internal double Db(double frequencyHz, double againstHz) => Db(frequencyHz) - Db(againstHz);

    /// <summary>Mean gain between two frequencies, alike for every part of an octave, over that at a third, dB.</summary>
    internal double MeanDb(double fromHz, double toHz, double againstHz)
    {
        int probes = (int)Math.Ceiling(ProbesPerOctave * Math.Log2(toHz / fromHz));
        return Enumerable.Range(0, probes + 1).Average(probe => Db(fromHz * Math.Pow(toHz / fromHz, (double)probe / probes))) - Db(againstHz);
    }
}
