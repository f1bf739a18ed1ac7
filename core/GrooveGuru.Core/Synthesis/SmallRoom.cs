using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Synthesis;

/// <summary>A small room around a mono source: eight delay lines that feed one another, darker with each turn.</summary>
/// <remarks>Feedback delay network with a Householder matrix: Jot and Chaigne 1991, AES 90.</remarks>
public sealed class SmallRoom
{
    private static readonly double[] DelaysSeconds = [0.0113, 0.0137, 0.0171, 0.0193, 0.0229, 0.0261, 0.0293, 0.0331];
    private readonly float[][] _lines;
    private readonly int[] _positions;
    private readonly double[] _feedback;
    private readonly double[] _damped;
    private readonly double _damping;

    /// <summary>A room at rest.</summary>
    /// <param name="sampleRateHz">Sample rate, Hz, positive.</param>
    /// <param name="decaySeconds">Time in which the reverberation falls by 60 dB, s, positive.</param>
    public SmallRoom(int sampleRateHz, double decaySeconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRateHz, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(decaySeconds);
        _lines = DelaysSeconds.Select(delay => new float[Math.Max(1, (int)(delay * sampleRateHz))]).ToArray();
        _positions = new int[_lines.Length];
        _feedback = _lines.Select(line => Math.Pow(10, -3.0 * line.Length / sampleRateHz / decaySeconds)).ToArray();
        _damped = new double[_lines.Length];
        _damping = Math.Exp(-2 * Math.PI * 5200 / sampleRateHz);
    }

    /// <summary>Adds the room's answer to a mono source to a stereo buffer.</summary>
    /// <param name="source">Mono samples [frames].</param>
    /// <param name="destination">Stereo buffer of at least that length, added to.</param>
    /// <param name="gain">Linear gain of the room.</param>
    /// <exception cref="ArgumentException">The destination is not stereo or too short.</exception>
    public void AddTo(ReadOnlySpan<float> source, AudioBuffer destination, double gain)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (destination.ChannelCount != 2 || destination.FrameCount < source.Length)
        {
            throw new ArgumentException("The destination is stereo and at least as long as the source.", nameof(destination));
        }

        Span<float> left = destination.Channel(0);
        Span<float> right = destination.Channel(1);
        Span<double> outputs = stackalloc double[DelaysSeconds.Length];
        for (int frame = 0; frame < source.Length; frame++)
        {
            double sum = 0;
            for (int line = 0; line < outputs.Length; line++)
            {
                outputs[line] = _lines[line][_positions[line]];
                sum += outputs[line];
            }

            double mixed = sum * 2 / outputs.Length;
            double wetLeft = 0;
            double wetRight = 0;
            for (int line = 0; line < outputs.Length; line++)
            {
                double back = (outputs[line] - mixed) * _feedback[line];
                _damped[line] = back + (_damping * (_damped[line] - back));
                _lines[line][_positions[line]] = (float)(source[frame] + _damped[line]);
                if (++_positions[line] == _lines[line].Length)
                {
                    _positions[line] = 0;
                }
            }

            for (int line = 0; line < outputs.Length; line += 4)
            {
                wetLeft += outputs[line] - outputs[line + 2];
                wetRight += outputs[line + 1] - outputs[line + 3];
            }

            left[frame] += (float)(gain * wetLeft);
            right[frame] += (float)(gain * wetRight);
        }
    }
}
