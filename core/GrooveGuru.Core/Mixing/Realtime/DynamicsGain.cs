using GrooveGuru.Core.Realtime;

namespace GrooveGuru.Core.Mixing.Realtime;

/// <summary>
/// What compressor and expander share: the louder channel's level in dB, a gain computer with a quadratic knee, and one smoother on
/// the gain change with separate times for growing and shrinking; all channels are turned alike. Look-ahead 0.
/// </summary>
/// <remarks>Giannoulis, Massberg and Reiss 2012, JAES 60(6): the smooth branching detector in the log domain.</remarks>
internal sealed class DynamicsGain
{
    private readonly double _peakHoldSeconds;
    private DynamicsShape _wanted;
    private DynamicsShape _old;
    private DynamicsShape _shape;
    private LevelDetector? _detector;
    private ParameterFade _fade;
    private double _sampleRateHz;
    private double _grow;
    private double _shrink;
    private double _changeDb;

    /// <param name="shape">What to do to the level.</param>
    /// <param name="peakHoldSeconds">How long a peak counts, seconds; 0 takes each sample's own magnitude.</param>
    internal DynamicsGain(DynamicsShape shape, double peakHoldSeconds)
    {
        _wanted = shape;
        _peakHoldSeconds = peakHoldSeconds;
    }

    internal void Prepare(int sampleRateHz, int channelCount, int maxBlockFrames)
    {
        ProcessorFormat.Require(sampleRateHz, channelCount, maxBlockFrames);
        _sampleRateHz = sampleRateHz;
        _detector = new LevelDetector(sampleRateHz, channelCount, _peakHoldSeconds);
        _fade = new ParameterFade(sampleRateHz);
        Reset();
    }

    [RealtimeSafe]
    internal void Adjust(DynamicsShape shape)
    {
        _wanted = shape;
        _fade.Request();
    }

    [RealtimeSafe]
    internal void Process(PlanarBlock block)
    {
        if (_detector is null)
        {
            return;
        }

        double changeDb = _changeDb;
        for (int i = 0; i < block.FrameCount; i++)
        {
            if (_fade.Begins())
            {
                Take();
            }

            DynamicsShape shape = _old.Towards(_shape, _fade.Next());
            double targetDb = shape.ChangeDb(_detector.LevelDb(block, i, shape.Detection));
            double keep = Math.Abs(targetDb) > Math.Abs(changeDb) ? _grow : _shrink;
            changeDb = targetDb + (keep * (changeDb - targetDb));
            float gain = (float)Math.Exp((changeDb + shape.MakeupDb) / LevelDetector.DbPerNeper);
            for (int channel = 0; channel < block.ChannelCount; channel++)
            {
                block.Channel(channel)[i] *= gain;
            }
        }

        _changeDb = changeDb;
    }

    [RealtimeSafe]
    internal void Reset()
    {
        Take();
        _old = _shape;
        _fade.Reset();
        _detector?.Reset();
        _changeDb = 0;
    }

    [RealtimeSafe]
    private void Take()
    {
        _old = _shape;
        _shape = _wanted;
        _grow = Math.Exp(-1000 / (_shape.GrowMs * _sampleRateHz));
        _shrink = Math.Exp(-1000 / (_shape.ShrinkMs * _sampleRateHz));
    }
}
