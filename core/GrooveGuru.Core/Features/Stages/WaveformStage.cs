using System.Numerics.Tensors;

namespace GrooveGuru.Core.Features.Stages;

/// <summary>The outline of the mono mix: lowest and highest sample of steps that grow with the length, so that memory does not.</summary>
internal sealed class WaveformStage
{
    private const int MaxSteps = 4096;

    private readonly int _sampleRateHz;
    private List<float> _extremes = [];
    private long _stepFrames;
    private float _lowest = float.PositiveInfinity;
    private float _highest = float.NegativeInfinity;
    private long _filled;

    /// <summary>Nothing heard yet.</summary>
    /// <param name="sampleRateHz">Native sample rate, Hz.</param>
    public WaveformStage(int sampleRateHz)
    {
        _sampleRateHz = sampleRateHz;
        _stepFrames = Math.Max(1, sampleRateHz / 100);
    }

    /// <summary>Seconds from one step to the next.</summary>
    public double HopSeconds => (double)_stepFrames / _sampleRateHz;

    /// <summary>Hears the mono mix.</summary>
    public void Process(ReadOnlySpan<float> mono)
    {
        while (mono.Length > 0)
        {
            int taken = (int)Math.Min(mono.Length, _stepFrames - _filled);
            ReadOnlySpan<float> part = mono[..taken];
            _lowest = Math.Min(_lowest, TensorPrimitives.Min(part));
            _highest = Math.Max(_highest, TensorPrimitives.Max(part));
            _filled += taken;
            mono = mono[taken..];
            if (_filled == _stepFrames)
            {
                EndStep();
            }
        }
    }

    /// <summary>A copy that goes on by itself from here; working memory is shared, so not at the same time.</summary>
    public WaveformStage Fork()
    {
        var copy = (WaveformStage)MemberwiseClone();
        copy._extremes = [.. _extremes];
        return copy;
    }

    /// <summary>The outline [steps × 2].</summary>
    public IReadOnlyList<float> Finish()
    {
        if (_filled > 0)
        {
            EndStep();
        }

        return _extremes;
    }

    private void EndStep()
    {
        _extremes.Add(_lowest);
        _extremes.Add(_highest);
        _lowest = float.PositiveInfinity;
        _highest = float.NegativeInfinity;
        _filled = 0;
        if (_extremes.Count < 2 * MaxSteps)
        {
            return;
        }

        for (int pair = 0; pair < MaxSteps / 2; pair++)
        {
            _extremes[2 * pair] = Math.Min(_extremes[4 * pair], _extremes[(4 * pair) + 2]);
            _extremes[(2 * pair) + 1] = Math.Max(_extremes[(4 * pair) + 1], _extremes[(4 * pair) + 3]);
        }

        _extremes.RemoveRange(MaxSteps, MaxSteps);
        _stepFrames *= 2;
    }
}
