namespace GrooveGuru.Core.Tonality;

/// <summary>
/// Pitch classes from spectral peaks: each peak, with its frequency interpolated, is taken as a harmonic of a few fundamentals.
/// The tuning is found from the same peaks, so that a piece a quarter tone off still falls on semitones.
/// </summary>
/// <remarks>E. Gómez, Tonal Description of Music Audio Signals, 2006 (harmonic pitch class profile).</remarks>
internal sealed class ChromaExtractor
{
    private const double LowestHz = 50;
    private const double HighestHz = 2500;
    private const double PeakFloor = 1e-4;
    private const double FrameFloor = 1e-5;
    private const int HarmonicCount = 5;
    private const double HarmonicDecay = 0.6;
    private const int BinsPerSemitone = 10;
    private const int FineBins = 12 * BinsPerSemitone;

    private static readonly double[] HarmonicIntervals =
        Enumerable.Range(1, HarmonicCount).Select(harmonic => 12 * Math.Log2(harmonic)).ToArray();

    private readonly double _binHz;
    private readonly int _firstBin;
    private readonly int _lastBin;
    private double[] _fine = new double[FineBins];
    private readonly double[] _frameFine = new double[FineBins];
    private List<float> _frames = [];
    private double _tuningCos;
    private double _tuningSin;
    private double _loudest;

    /// <summary>Nothing heard yet.</summary>
    public ChromaExtractor(double sampleRateHz, int frameLength)
    {
        _binHz = sampleRateHz / frameLength;
        _firstBin = (int)Math.Ceiling(LowestHz / _binHz);
        _lastBin = Math.Min((int)(HighestHz / _binHz), (frameLength / 2) - 1);
    }

    /// <summary>Offset from A = 440 Hz, cents, −50…50; 0 where nothing pitched was heard.</summary>
    public double TuningCents => 50 / Math.PI * Math.Atan2(_tuningSin, _tuningCos);

    /// <summary>Frames that carried sound.</summary>
    public int FrameCount => _frames.Count / 12;

    /// <summary>One sounding frame's chroma, sum 1, folded with the tuning known at its time.</summary>
    public ReadOnlySpan<float> Frame(int index) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_frames).Slice(12 * index, 12);

    /// <summary>The chroma of all that was heard [12], sum 1; all 0 where nothing pitched was heard.</summary>
    public double[] Mean()
    {
        var chroma = new double[12];
        Fold(_fine, chroma);
        return chroma;
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public ChromaExtractor Fork()
    {
        var copy = (ChromaExtractor)MemberwiseClone();
        copy._fine = [.. _fine];
        copy._frames = [.. _frames];
        return copy;
    }

    /// <summary>Hears the power spectrum of a frame [bins].</summary>
    public void Process(ReadOnlySpan<float> power)
    {
        double loudest = 0;
        for (int bin = _firstBin; bin <= _lastBin; bin++)
        {
            loudest = Math.Max(loudest, power[bin]);
        }

        _loudest = Math.Max(_loudest, loudest);
        if (loudest <= FrameFloor * _loudest || loudest <= 1e-9)
        {
            return;
        }

        Array.Clear(_frameFine);
        double sum = 0;
        for (int bin = _firstBin; bin <= _lastBin; bin++)
        {
            if (power[bin] > PeakFloor * loudest && power[bin] > power[bin - 1] && power[bin] >= power[bin + 1])
            {
                sum += AddPeak(power, bin, loudest);
            }
        }

        if (sum <= 0)
        {
            return;
        }

        for (int i = 0; i < FineBins; i++)
        {
            _frameFine[i] /= sum;
            _fine[i] += _frameFine[i];
        }

        Span<double> chroma = stackalloc double[12];
        Fold(_frameFine, chroma);
        foreach (double weight in chroma)
        {
            _frames.Add((float)weight);
        }
    }

    private double AddPeak(ReadOnlySpan<float> power, int bin, double loudest)
    {
        double left = Math.Log(Math.Max(power[bin - 1], 1e-30)), middle = Math.Log(power[bin]);
        double right = Math.Log(Math.Max(power[bin + 1], 1e-30));
        double shift = Math.Clamp(0.5 * (left - right) / (left - (2 * middle) + right - 1e-12), -0.5, 0.5);
        double pitch = 69 + (12 * Math.Log2((bin + shift) * _binHz / 440));
        // The fourth root of power: quiet notes count nearly as much as loud ones.
        double weight = Math.Sqrt(Math.Sqrt(power[bin] / loudest));
        double angle = 2 * Math.PI * (pitch - Math.Floor(pitch));
        _tuningCos += weight * Math.Cos(angle);
        _tuningSin += weight * Math.Sin(angle);

        double added = 0;
        for (int harmonic = 1; harmonic <= HarmonicCount; harmonic++)
        {
            double fundamental = pitch - HarmonicIntervals[harmonic - 1];
            int at = (int)Math.Round(fundamental * BinsPerSemitone) % FineBins;
            _frameFine[at < 0 ? at + FineBins : at] += weight;
            added += weight;
            weight *= HarmonicDecay;
        }

        return added;
    }

    private void Fold(ReadOnlySpan<double> fine, Span<double> chroma)
    {
        chroma.Clear();
        double offset = TuningCents / 100;
        double sum = 0;
        for (int i = 0; i < FineBins; i++)
        {
            double pitch = ((double)i / BinsPerSemitone) - offset;
            double nearest = Math.Round(pitch);
            double away = (pitch - nearest) / 0.3;
            double weight = fine[i] * Math.Exp(-0.5 * away * away);
            chroma[(((int)nearest % 12) + 12) % 12] += weight;
            sum += weight;
        }

        if (sum > 0)
        {
            for (int pitch = 0; pitch < 12; pitch++)
            {
                chroma[pitch] /= sum;
            }
        }
    }
}
