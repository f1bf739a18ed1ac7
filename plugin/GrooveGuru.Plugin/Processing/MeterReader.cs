using GrooveGuru.Core.Dsp.Realtime;
using GrooveGuru.Core.Loudness.Realtime;
using GrooveGuru.Plugin.Editor;

namespace GrooveGuru.Plugin.Processing;

/// <summary>
/// Makes what the window shows from the meters: decibels, correlation, spectrum. All of it happens here, when somebody looks; nobody
/// waits for anybody.
/// </summary>
internal sealed class MeterReader
{
    // Longer than any host's block; shorter than what the eye takes for a meter that hangs.
    private static readonly TimeSpan QuietLimit = TimeSpan.FromMilliseconds(400);

    // Mean square of -120 dBFS: what lies below has no correlation that means anything.
    private const double CorrelationFloor = 1e-12;

    private readonly TimeProvider _clock;
    private TrackMeters? _meters;
    private ThirdOctaveSpectrum? _spectrum;
    private TrackLevels _levels;
    private long _lastMoved;
    private bool _isQuiet = true;
    private MeterReading _reading = MeterReading.None;
    private int _isBusy;

    /// <summary>A reader that has read nothing.</summary>
    /// <param name="clock">Tells how long nothing was heard.</param>
    public MeterReader(TimeProvider clock) => _clock = clock;

    /// <summary>
    /// What the meters show now. While another thread reads too, one of them gets the reading before. Where nothing was heard for
    /// 0.4 s the running values are those of silence; true peak, integrated loudness and the mark stay. [any-thread but the audio thread]
    /// </summary>
    /// <param name="meters">The meters; null before the first activation.</param>
    /// <returns>The same object as before where nothing has changed.</returns>
    public MeterReading Read(TrackMeters? meters)
    {
        if (Interlocked.Exchange(ref _isBusy, 1) != 0)
        {
            return Volatile.Read(ref _reading);
        }

        try
        {
            return Update(meters);
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }

    private MeterReading Update(TrackMeters? meters)
    {
        if (meters is null)
        {
            return _reading;
        }

        if (meters != _meters)
        {
            _meters = meters;
            _spectrum = new ThirdOctaveSpectrum(meters.SampleRateHz);
            _levels = default;
            _lastMoved = _clock.GetTimestamp();
        }

        if (!meters.TryRead(out TrackLevels levels))
        {
            return _reading;
        }

        bool hasMoved = levels.HeardFrames != _levels.HeardFrames;
        if (hasMoved)
        {
            _lastMoved = _clock.GetTimestamp();
        }

        bool isQuiet = _clock.GetElapsedTime(_lastMoved) > QuietLimit;
        if (levels == _levels && isQuiet == _isQuiet)
        {
            return _reading;
        }

        bool hasNewSpectrum = hasMoved && _spectrum!.Update(meters.History, levels.ChannelCount);
        _levels = levels;
        _isQuiet = isQuiet;
        MeterReading reading = Make(levels, isQuiet, hasNewSpectrum);
        Volatile.Write(ref _reading, reading);
        return reading;
    }

    private MeterReading Make(in TrackLevels levels, bool isQuiet, bool hasNewSpectrum)
    {
        if (levels.ChannelCount == 0)
        {
            return MeterReading.None;
        }

        double[] silence = levels.ChannelCount > 1 ? [double.NegativeInfinity, double.NegativeInfinity] : [double.NegativeInfinity];
        return new MeterReading(
            levels.ChannelCount,
            isQuiet ? silence : PerChannel(levels, Db(levels.FirstPeak, 20), Db(levels.SecondPeak, 20)),
            isQuiet ? silence : PerChannel(levels, Db(levels.FirstMeanSquare, 10), Db(levels.SecondMeanSquare, 10)),
            levels.TruePeakDbtp,
            isQuiet ? double.NegativeInfinity : levels.MomentaryLufs,
            isQuiet ? double.NegativeInfinity : levels.ShortTermLufs,
            levels.IntegratedLufs,
            isQuiet ? double.NaN : Correlation(levels),
            isQuiet ? [] : hasNewSpectrum ? Bands() : _reading.SpectrumDb,
            levels.HasNonFinite);
    }

    private static double[] PerChannel(in TrackLevels levels, double first, double second) => levels.ChannelCount > 1 ? [first, second] : [first];

    private static double Correlation(in TrackLevels levels)
    {
        double first = levels.FirstMeanSquare, second = levels.SecondMeanSquare;
        return levels.ChannelCount < 2 || first < CorrelationFloor || second < CorrelationFloor
            ? double.NaN
            : Math.Clamp(levels.MeanProduct / Math.Sqrt(first * second), -1, 1);
    }

    private double[] Bands()
    {
        double[] bands = new double[ThirdOctaveSpectrum.BandCount];
        for (int band = 0; band < bands.Length; band++)
        {
            bands[band] = Db(_spectrum!.Power[band], 10);
        }

        return bands;
    }

    private static double Db(double value, double factor) => value > 0 ? factor * Math.Log10(value) : double.NegativeInfinity;
}
