using System.Numerics.Tensors;
using GrooveGuru.Core.Transcription.Drums;

namespace GrooveGuru.Fitting.Drums;

/// <summary>Puts together what the drum model reads of a frame, each time with another gain, tilt and bend of the spectrum: kits and rooms differ by what an equaliser does.</summary>
internal sealed class DrumColours
{
    private const double GainBel = 0.5;
    private const double TiltBel = 0.5;
    private const double BendBel = 0.25;

    private readonly float[] _shift = new float[DrumFraming.Bands];

    /// <summary>Draws a colour and fills the input.</summary>
    /// <param name="bands">Levels of each frame, bel [frames][bands].</param>
    /// <param name="frame">The frame in question.</param>
    /// <param name="random">What the colour is drawn with.</param>
    /// <param name="input">Receives the levels, bel [<see cref="DrumFraming.InputCount"/>].</param>
    public void Fill(float[][] bands, int frame, Random random, Span<float> input)
    {
        Draw(random);
        Span<float> all = input;
        foreach (int offset in DrumFraming.LongOffsets)
        {
            TensorPrimitives.Add(bands[frame + offset].AsSpan(0, DrumFraming.LongBands), _shift.AsSpan(0, DrumFraming.LongBands), input);
            input = input[DrumFraming.LongBands..];
        }

        foreach (int offset in DrumFraming.ShortOffsets)
        {
            TensorPrimitives.Add(bands[frame + offset].AsSpan(DrumFraming.LongBands), _shift.AsSpan(DrumFraming.LongBands), input);
            input = input[DrumFraming.ShortBands..];
        }

        TensorPrimitives.Max(all, DrumFraming.LeastBel, all);
    }

    private void Draw(Random random)
    {
        double gain = (random.NextDouble() - 0.5) * 2 * GainBel, tilt = (random.NextDouble() - 0.5) * 2 * TiltBel;
        double bend = (random.NextDouble() - 0.5) * 2 * BendBel, phase = random.NextDouble() * 6.28, waves = 1 + (random.NextDouble() * 3);
        Shift(_shift.AsSpan(0, DrumFraming.LongBands));
        Shift(_shift.AsSpan(DrumFraming.LongBands));
        void Shift(Span<float> shift)
        {
            for (int band = 0; band < shift.Length; band++)
            {
                double at = (double)band / shift.Length;
                shift[band] = (float)(gain + (tilt * (at - 0.5)) + (bend * Math.Sin(phase + (6.28 * waves * at))));
            }
        }
    }
}
