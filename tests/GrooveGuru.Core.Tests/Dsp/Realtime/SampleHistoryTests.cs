using GrooveGuru.Core.Dsp.Realtime;

namespace GrooveGuru.Core.Tests.Dsp.Realtime;

public class SampleHistoryTests
{
    [Fact]
    public void Stretch_OfTheNewest_IsWhatWasWrittenLast()
    {
        SampleHistory history = new(1000);
        float[] all = new float[9000];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = i;
        }

        Random random = new(2);
        float[] first = new float[1000], second = new float[1000];
        for (int at = 0; at < all.Length;)
        {
            int count = Math.Min(random.Next(1, SampleHistory.MaxWriteFrames + 1), all.Length - at);
            float[] negative = all.Skip(at).Take(count).Select(sample => -sample).ToArray();
            history.Write(all.AsSpan(at, count), negative);
            at += count;
            Assert.True(history.TryCopyLatest(first, second, out long end));
            Assert.Equal(at, end);
            Assert.Equal(at - 1, first[^1]);
            Assert.Equal(Math.Max(at - 1000, 0), first[0]);
            Assert.Equal(first.Select(sample => -sample), second);
        }
    }

    [Fact]
    public void Stretch_CopiedWhileWritten_IsWholeOrRefused()
    {
        SampleHistory history = new(2048);
        using CancellationTokenSource done = new();
        Thread writer = new(() =>
        {
            // Sample and its number agree: a torn stretch would have a jump in it.
            float[] block = new float[512];
            for (long at = 0; !done.IsCancellationRequested; at += block.Length)
            {
                for (int i = 0; i < block.Length; i++)
                {
                    block[i] = (at + i) & 0xFFFFF; // exact in single precision
                }

                history.Write(block, block);
            }
        });
        writer.Start();
        int copied = 0, refused = 0;
        float[] first = new float[2048], second = new float[2048];
        while (copied < 2000)
        {
            if (!history.TryCopyLatest(first, second, out long end) || end < first.Length)
            {
                refused++;
                continue;
            }

            copied++;
            for (int i = 0; i < first.Length; i++)
            {
                long expected = (end - first.Length + i) & 0xFFFFF;
                if (first[i] != expected || second[i] != expected)
                {
                    done.Cancel();
                    writer.Join();
                    Assert.Fail($"sample {i} of the stretch up to {end} is {first[i]}, not {expected} ({copied} copied, {refused} refused)");
                }
            }
        }

        done.Cancel();
        writer.Join();
    }
}
