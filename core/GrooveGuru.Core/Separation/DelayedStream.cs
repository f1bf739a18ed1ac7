namespace GrooveGuru.Core.Separation;

/// <summary>Holds a stream back by a number of samples.</summary>
internal sealed class DelayedStream
{
    private readonly float[][] _line;
    private readonly int _blockLength;
    private int _position;

    /// <summary>A line full of silence.</summary>
    public DelayedStream(int channelCount, int delaySamples, int blockLength)
    {
        _line = Enumerable.Range(0, channelCount).Select(_ => new float[delaySamples]).ToArray();
        _blockLength = blockLength;
    }

    /// <summary>Takes a block and gives what came in earlier by the delay; both may be the same arrays.</summary>
    public void Exchange(float[][] input, float[][] output)
    {
        int position = _position;
        for (int channel = 0; channel < _line.Length; channel++)
        {
            float[] line = _line[channel];
            position = _position;
            for (int sample = 0; sample < _blockLength; sample++)
            {
                (line[position], output[channel][sample]) = (input[channel][sample], line[position]);
                if (++position == line.Length)
                {
                    position = 0;
                }
            }
        }

        _position = position;
    }
}
