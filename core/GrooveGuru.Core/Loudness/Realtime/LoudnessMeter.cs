using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Loudness.Realtime;

/// <summary>
/// Loudness as a stream: momentary, short-term, integrated and range, in fixed memory at any length.
/// Everything is allocated by the constructor; <see cref="Process"/> and the properties allocate nothing.
/// </summary>
/// <remarks>
/// ITU-R BS.1770-4, EBU Tech 3341 and 3342. Gated blocks move on by 100 ms; the running values and their maxima by 10 ms, because a
/// sound of 400 ms lies across a coarser grid (Tech 3341, cases 13 and 14). A single channel counts once.
/// </remarks>
[RealtimeSafe]
public sealed class LoudnessMeter
{
    private const int StepsPerSecond = 100;
    private const int MomentarySteps = 40;
    private const int ShortTermSteps = 300;
    private const int StepsPerReading = 10;

    private readonly KWeightedPower _power;
    private LoudnessHistogram _momentary;
    private LoudnessHistogram _shortTerm;
    private readonly double[] _stepSums;
    private readonly int _sampleRateHz;
    private double _currentSum;
    private double _shortTermSum;
    private long _framesLeftInStep;
    private long _stepCount;
    private long _programmeStart;
    private double _maxMomentaryPower;
    private double _maxShortTermPower;

    /// <summary>A meter at rest.</summary>
    /// <param name="sampleRateHz">Sample rate, Hz, 100 or more; made for those within <see cref="Audio.SampleRateLimits"/>.</param>
    /// <param name="channelCount">Channels in the order of a WAV file; 4 to 8 are taken as surround layouts.</param>
    public LoudnessMeter(int sampleRateHz, int channelCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRateHz, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(channelCount, 1);
        _sampleRateHz = sampleRateHz;
        _power = new KWeightedPower(sampleRateHz, channelCount);
        _momentary = new LoudnessHistogram();
        _shortTerm = new LoudnessHistogram();
        _stepSums = new double[ShortTermSteps];
        _framesLeftInStep = StepEnd(0);
    }

    /// <summary>A meter that has heard what another one has.</summary>
    internal LoudnessMeter(LoudnessMeter other)
    {
        _sampleRateHz = other._sampleRateHz;
        _power = new KWeightedPower(other._power);
        _momentary = new LoudnessHistogram(other._momentary);
        _shortTerm = new LoudnessHistogram(other._shortTerm);
        _stepSums = [.. other._stepSums];
        _currentSum = other._currentSum;
        _shortTermSum = other._shortTermSum;
        _framesLeftInStep = other._framesLeftInStep;
        _stepCount = other._stepCount;
        _programmeStart = other._programmeStart;
        MomentaryPower = other.MomentaryPower;
        ShortTermPower = other.ShortTermPower;
        _maxMomentaryPower = other._maxMomentaryPower;
        _maxShortTermPower = other._maxShortTermPower;
    }

    /// <summary>Gated programme loudness, LUFS; null below 400 ms or where all is below -70 LUFS.</summary>
    public double? IntegratedLufs => Audible(_momentary.GatedPower(-10));

    /// <summary>Loudness of the last 400 ms, LUFS; null before that or in silence.</summary>
    public double? MomentaryLufs => _stepCount < MomentarySteps ? null : Audible(MeanPower(WindowSum(MomentarySteps), MomentarySteps));

    /// <summary>Loudness of the last 3 s, LUFS; null before that or in silence.</summary>
    public double? ShortTermLufs => _stepCount < ShortTermSteps ? null : Audible(MeanPower(WindowSum(ShortTermSteps), ShortTermSteps));

    /// <summary>Loudest 400 ms so far, LUFS; null where there were none.</summary>
    public double? MaxMomentaryLufs => Audible(_maxMomentaryPower);

    /// <summary>Loudest 3 s so far, LUFS; null where there were none.</summary>
    public double? MaxShortTermLufs => Audible(_maxShortTermPower);

    /// <summary>Loudness range, LU; null below 3 s or where all is below -70 LUFS.</summary>
    public double? RangeLu
    {
        get
        {
            double range = _shortTerm.PercentileRange(-20, 0.10, 0.95);
            return range < 0 ? null : range;
        }
    }

    /// <summary>Weighted mean square of the last 400 ms as of the last step, linear; 0 before there were so many.</summary>
    internal double MomentaryPower { get; private set; }

    /// <summary>Weighted mean square of the last 3 s as of the last step, linear; 0 before there were so many.</summary>
    internal double ShortTermPower { get; private set; }

    /// <summary>Frames until the next step of 10 ms ends, 1 or more: what is read moves on only there.</summary>
    internal long FramesToNextStep => _framesLeftInStep;

    /// <summary>Whether a whole number of 100 ms has been heard.</summary>
    internal bool IsAtReading => _stepCount % StepsPerReading == 0;

    /// <summary>Whether a window of 400 ms has been heard.</summary>
    internal bool HasMomentary => _stepCount >= MomentarySteps;

    /// <summary>Whether a window of 3 s has been heard.</summary>
    internal bool HasShortTerm => _stepCount >= ShortTermSteps;

    /// <summary>Hears samples.</summary>
    /// <param name="planar">Samples [channel][frame], linear, finite.</param>
    /// <param name="offsetFrames">First frame.</param>
    /// <param name="frameCount">Frames; the caller keeps them within the arrays.</param>
    public void Process(float[][] planar, int offsetFrames, int frameCount)
    {
        while (frameCount > 0)
        {
            int taken = (int)Math.Min(frameCount, _framesLeftInStep);
            _currentSum += _power.Sum(planar, offsetFrames, taken);
            offsetFrames += taken;
            frameCount -= taken;
            _framesLeftInStep -= taken;
            if (_framesLeftInStep == 0)
            {
                EndStep();
            }
        }
    }

    /// <summary>Forgets what was heard.</summary>
    public void Reset()
    {
        _power.Reset();
        _momentary.Reset();
        _shortTerm.Reset();
        Array.Clear(_stepSums);
        _currentSum = 0;
        _shortTermSum = 0;
        _stepCount = 0;
        _programmeStart = 0;
        MomentaryPower = 0;
        ShortTermPower = 0;
        _maxMomentaryPower = 0;
        _maxShortTermPower = 0;
        _framesLeftInStep = StepEnd(0);
    }

    /// <summary>Begins a new programme at the next step: the running values go on, only whole blocks from here on count. Allocates nothing.</summary>
    /// <param name="momentary">An empty histogram, which the meter keeps.</param>
    /// <param name="shortTerm">Another one.</param>
    internal void BeginProgramme(LoudnessHistogram momentary, LoudnessHistogram shortTerm)
    {
        Volatile.Write(ref _momentary, momentary);
        _shortTerm = shortTerm;
        _maxMomentaryPower = 0;
        _maxShortTermPower = 0;
        _programmeStart = _framesLeftInStep == StepFrames(_stepCount) ? _stepCount : _stepCount + 1;
    }

    /// <summary>What comes next does not follow from what came before: windows begin anew, the programme goes on.</summary>
    internal void Interrupt()
    {
        _power.Reset();
        Array.Clear(_stepSums);
        _currentSum = 0;
        _shortTermSum = 0;
        _stepCount = 0;
        _programmeStart = 0;
        MomentaryPower = 0;
        ShortTermPower = 0;
        _framesLeftInStep = StepEnd(0);
    }

    /// <summary>Gated mean square of the programme while another thread runs <see cref="Process"/>. [any-thread]</summary>
    /// <returns>False where a block came in between.</returns>
    internal bool TryIntegratedPower(out double power) => Volatile.Read(ref _momentary).TryGatedPower(-10, out power);

    /// <summary>Loudness of a weighted mean square; negative infinity for 0.</summary>
    internal static double ToLufs(double power) => -0.691 + (10 * Math.Log10(power));

    private static double? Audible(double power) => power <= 1e-20 ? null : ToLufs(power);

    // A step need not be a whole number of samples, so the ends are rounded, not the lengths.
    private long StepEnd(long step) => (((step + 1) * _sampleRateHz) + (StepsPerSecond / 2)) / StepsPerSecond;

    private long StepFrames(long step) => step == 0 ? StepEnd(0) : StepEnd(step) - StepEnd(step - 1);

    private void EndStep()
    {
        ref double slot = ref _stepSums[_stepCount % ShortTermSteps];
        _shortTermSum += _currentSum - slot;
        slot = _currentSum;
        _currentSum = 0;
        _stepCount++;
        _framesLeftInStep = StepFrames(_stepCount);
        if (IsAtReading)
        {
            // Summed anew, so that no rounding of loud passages is carried into silence.
            _shortTermSum = WindowSum((int)Math.Min(_stepCount, ShortTermSteps));
        }

        long programmeSteps = _stepCount - _programmeStart;
        if (HasMomentary)
        {
            MomentaryPower = MeanPower(WindowSum(MomentarySteps), MomentarySteps);
            if (programmeSteps >= MomentarySteps)
            {
                _maxMomentaryPower = Math.Max(_maxMomentaryPower, MomentaryPower);
                if (IsAtReading)
                {
                    _momentary.Add(MomentaryPower);
                }
            }
        }

        if (HasShortTerm)
        {
            ShortTermPower = MeanPower(_shortTermSum, ShortTermSteps);
            if (programmeSteps >= ShortTermSteps)
            {
                _maxShortTermPower = Math.Max(_maxShortTermPower, ShortTermPower);
                if (IsAtReading)
                {
                    _shortTerm.Add(ShortTermPower);
                }
            }
        }
    }

    private double MeanPower(double sum, int steps) => sum * StepsPerSecond / ((double)steps * _sampleRateHz);

    private double WindowSum(int steps)
    {
        double sum = 0;
        for (long step = _stepCount - steps; step < _stepCount; step++)
        {
            sum += _stepSums[step % ShortTermSteps];
        }

        return sum;
    }
}
