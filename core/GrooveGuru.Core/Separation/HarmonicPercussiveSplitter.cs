namespace GrooveGuru.Core.Separation;

/// <summary>Splits a stream block by block: the harmonic part by mask, the percussive part as what is left of the original.</summary>
internal sealed class HarmonicPercussiveSplitter
{
    private readonly MaskStage _stage;
    private readonly DelayedStream _original;

    /// <summary>A splitter at the start of a stream.</summary>
    public HarmonicPercussiveSplitter(MaskStageSettings settings, int sampleRateHz, int channelCount)
    {
        _stage = new MaskStage(settings, sampleRateHz, channelCount);
        _original = new DelayedStream(channelCount, _stage.LatencySamples, _stage.HopLength);
    }

    /// <summary>Samples that go in and come out at a time.</summary>
    public int BlockLength => _stage.HopLength;

    /// <summary>How many samples later the parts come out.</summary>
    public int LatencySamples => _stage.LatencySamples;

    /// <summary>Takes one block and gives the parts of what came in earlier by the latency; they sum to it.</summary>
    /// <param name="input">Samples [channel][block length].</param>
    /// <param name="harmonic">Destination of the same shape.</param>
    /// <param name="percussive">Destination of the same shape.</param>
    public void Process(float[][] input, float[][] harmonic, float[][] percussive)
    {
        _stage.Process(input, 0, harmonic, 0);
        _original.Exchange(input, percussive);
        for (int channel = 0; channel < harmonic.Length; channel++)
        {
            for (int sample = 0; sample < harmonic[channel].Length; sample++)
            {
                percussive[channel][sample] -= harmonic[channel][sample];
            }
        }
    }
}
