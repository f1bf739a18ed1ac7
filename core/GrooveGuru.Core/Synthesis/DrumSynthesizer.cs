namespace GrooveGuru.Core.Synthesis;

/// <summary>Plays drums into a buffer: swept sines and filtered noise.</summary>
public sealed class DrumSynthesizer
{
    private readonly int _sampleRateHz;
    private readonly NoiseSource _noise;

    /// <summary>A drummer with one kit.</summary>
    /// <param name="sampleRateHz">Sample rate, Hz, positive.</param>
    /// <param name="seed">Seed of the noise; equal seeds and strokes give equal sound.</param>
    public DrumSynthesizer(int sampleRateHz, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRateHz, 1);
        _sampleRateHz = sampleRateHz;
        _noise = new NoiseSource(seed);
    }

    /// <summary>Adds one stroke to what is in the buffer; what lies outside of it is left out.</summary>
    /// <param name="destination">Mono samples [frames], added to.</param>
    /// <param name="onsetSeconds">When the stick lands, s from the start of the buffer, 0 or more.</param>
    /// <param name="drum">The drum.</param>
    /// <param name="velocity">1 to 127.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative, or the velocity or drum is out of range.</exception>
    public void AddStroke(Span<float> destination, double onsetSeconds, DrumVoice drum, int velocity)
    {
        NoteBounds.Check(onsetSeconds, velocity);
        double gain = Math.Pow(velocity / 127.0, 1.5);
        switch (drum)
        {
            case DrumVoice.Kick:
                AddKick(destination, onsetSeconds, gain);
                break;
            case DrumVoice.Snare:
                AddSnare(destination, onsetSeconds, 0.62 * gain);
                break;
            case DrumVoice.ClosedHat:
                AddMetal(destination, onsetSeconds, 0.13 * gain, 7000, 0.03);
                break;
            case DrumVoice.OpenHat:
                AddMetal(destination, onsetSeconds, 0.11 * gain, 6200, 0.16);
                break;
            case DrumVoice.Crash:
                AddMetal(destination, onsetSeconds, 0.2 * gain, 3600, 0.55);
                break;
            case DrumVoice.Ride:
                AddMetal(destination, onsetSeconds, 0.1 * gain, 5200, 0.35);
                break;
            case DrumVoice.LowTom:
                AddTom(destination, onsetSeconds, 0.7 * gain, 95);
                break;
            case DrumVoice.HighTom:
                AddTom(destination, onsetSeconds, 0.7 * gain, 165);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(drum), drum, "There is no such drum in the kit.");
        }
    }

    private void AddKick(Span<float> destination, double onsetSeconds, double gain)
    {
        const double RestHz = 50, SweepHz = 170, SweepSeconds = 0.028, DecaySeconds = 0.11;
        double phase = 0;
        var (first, last, start) = Range(destination, onsetSeconds, DecaySeconds * 8);
        for (int frame = first; frame < last; frame++)
        {
            double time = (frame - start) / _sampleRateHz;
            phase += 2 * Math.PI * (RestHz + (SweepHz * Math.Exp(-time / SweepSeconds))) / _sampleRateHz;
            double click = 0.3 * _noise.Next() * Math.Exp(-time / 0.0025);
            destination[frame] += (float)(gain * ((Math.Sin(phase) * Math.Exp(-time / DecaySeconds)) + click));
        }
    }

    private void AddTom(Span<float> destination, double onsetSeconds, double gain, double restHz)
    {
        const double SweepShare = 0.5, SweepSeconds = 0.04, DecaySeconds = 0.16;
        double phase = 0;
        var (first, last, start) = Range(destination, onsetSeconds, DecaySeconds * 8);
        for (int frame = first; frame < last; frame++)
        {
            double time = (frame - start) / _sampleRateHz;
            phase += 2 * Math.PI * restHz * (1 + (SweepShare * Math.Exp(-time / SweepSeconds))) / _sampleRateHz;
            destination[frame] += (float)(gain * Math.Sin(phase) * Math.Exp(-time / DecaySeconds));
        }
    }

    private void AddSnare(Span<float> destination, double onsetSeconds, double gain)
    {
        var rattle = new StateVariableFilter(_sampleRateHz, 3400, 0.5);
        var (first, last, start) = Range(destination, onsetSeconds, 0.8);
        for (int frame = first; frame < last; frame++)
        {
            double time = (frame - start) / _sampleRateHz;
            rattle.Push(_noise.Next());
            double shell = ((0.6 * Math.Sin(2 * Math.PI * 186 * time)) + (0.35 * Math.Sin(2 * Math.PI * 331 * time)))
                * Math.Exp(-time / 0.045);
            double wires = ((1.1 * rattle.Band) + (0.35 * rattle.High)) * Math.Exp(-time / 0.085);
            destination[frame] += (float)(gain * (shell + wires));
        }
    }

    private void AddMetal(Span<float> destination, double onsetSeconds, double gain, double cornerHz, double decaySeconds)
    {
        var corner = new StateVariableFilter(_sampleRateHz, cornerHz, 0.9);
        var (first, last, start) = Range(destination, onsetSeconds, decaySeconds * 8);
        for (int frame = first; frame < last; frame++)
        {
            double time = (frame - start) / _sampleRateHz;
            corner.Push(_noise.Next());
            double attack = Math.Min(1, time / 0.001);
            destination[frame] += (float)(gain * attack * corner.High * Math.Exp(-time / decaySeconds));
        }
    }

    private (int First, int Last, double Start) Range(Span<float> destination, double onsetSeconds, double lengthSeconds)
    {
        double start = onsetSeconds * _sampleRateHz;
        int first = (int)Math.Min(Math.Ceiling(start), destination.Length);
        return (first, (int)Math.Min(start + (lengthSeconds * _sampleRateHz), destination.Length), start);
    }
}
