using GrooveGuru.Core.Loudness.Realtime;

namespace GrooveGuru.Core.Tests.Loudness.Realtime;

/// <summary>Readers beside the feeding thread never see half of a step.</summary>
public class TrackMetersThreadTests
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(2);

    [Fact]
    public void Values_ReadUnderLoad_AreOfOneStep()
    {
        TrackMeters meters = new(8_000);
        using CancellationTokenSource done = new(Time);
        Thread feeder = new(() =>
        {
            // Each block has one level in both channels; peak, squares and product of one step agree only with each other.
            float[] block = new float[80];
            Random random = new(1);
            while (!done.IsCancellationRequested)
            {
                Array.Fill(block, random.NextSingle());
                for (int step = 0; step < 31; step++)
                {
                    meters.Process(block, block);
                }
            }
        });
        feeder.Start();
        long[] reads = new long[2];
        string?[] torn = new string?[2];
        Thread[] readers = [.. Enumerable.Range(0, 2).Select(index => new Thread(() => Read(index)))];
        foreach (Thread reader in readers)
        {
            reader.Start();
        }

        foreach (Thread thread in readers.Append(feeder))
        {
            thread.Join();
        }

        Assert.All(torn, Assert.Null);
        Assert.All(reads, count => Assert.True(count > 1000, $"only {count} readings"));

        void Read(int index)
        {
            long lastHeard = 0;
            while (!done.IsCancellationRequested && torn[index] is null)
            {
                if (index == 1 && reads[index] % 100 == 0)
                {
                    meters.RequestReset();
                }

                if (!meters.TryRead(out TrackLevels levels))
                {
                    continue;
                }

                reads[index]++;
                bool isOneStep = levels.FirstPeak == levels.SecondPeak && levels.FirstMeanSquare == levels.SecondMeanSquare
                    && levels.FirstMeanSquare == levels.MeanProduct && levels.HeardFrames >= lastHeard && levels.HeardFrames % 80 == 0;
                lastHeard = levels.HeardFrames;
                torn[index] = isOneStep ? null : levels.ToString();
            }
        }
    }
}
