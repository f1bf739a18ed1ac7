using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Tests.Dsp;

public class FrameSlicerTests
{
    [Theory]
    [InlineData(1, 16, 4)]
    [InlineData(1000, 16, 4)]
    [InlineData(1003, 64, 16)]
    [InlineData(500, 8, 30)]
    public void TryNext_AnyCut_GivesCentredFrames(int samples, int frameLength, int hop)
    {
        var random = new Random(samples);
        var slicer = new FrameSlicer(frameLength, hop);
        var frames = new List<float[]>();
        void Drain()
        {
            while (slicer.TryNext(out ReadOnlySpan<float> frame))
            {
                frames.Add(frame.ToArray());
            }
        }

        for (int at = 0; at < samples;)
        {
            int count = Math.Min(random.Next(1, 50), samples - at);
            slicer.Write(Enumerable.Range(at + 1, count).Select(i => (float)i).ToArray());
            Drain();
            at += count;
        }

        slicer.End();
        Drain();

        Assert.Equal(1 + (samples / hop), frames.Count);
        for (int t = 0; t < frames.Count; t++)
        {
            for (int i = 0; i < frameLength; i++)
            {
                int at = (t * hop) - (frameLength / 2) + i;
                Assert.Equal(at >= 0 && at < samples ? at + 1 : 0, frames[t][i]);
            }
        }
    }
}
