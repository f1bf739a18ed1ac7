using GrooveGuru.Bridge.Inference;
using GrooveGuru.Core.Tests;

namespace GrooveGuru.Bridge.Tests.Inference;

public class InferenceRunTests
{
    [Fact]
    public async Task Execute_Cancelled_EndsAndCanRunAgain()
    {
        using InferenceSession session = Load();
        using InferenceRun run = new(session, anySize: 64);
        using CancellationTokenSource cancellation = new();
        Task running = Task.Run(() =>
        {
            while (true)
            {
                run.Execute(cancellation.Token);
            }
        });
        await Task.Delay(50);
        await cancellation.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
        run.Execute(CancellationToken.None);
        Assert.All(run.Data("note").AsSpan(0, 1000).ToArray(), value => Assert.InRange(value, 0, 1));
    }

    [Fact]
    public void Execute_Again_GivesTheSameAndAllocatesNothing()
    {
        using InferenceSession session = Load();
        using InferenceRun run = new(session);
        Random random = new(1);
        float[] audio = run.Data("audio");
        for (int index = 0; index < audio.Length; index++)
        {
            audio[index] = random.NextSingle() - 0.5f;
        }

        run.Execute(CancellationToken.None);
        float[] first = [.. run.Data("contour")];
        Assert.InRange(Allocations.OfLeastPass(() => run.Execute(CancellationToken.None)), 0, 512); // the registration of the token
        Assert.Equal(first, run.Data("contour"));
    }

    [Fact]
    public void Execute_SeveralAtOnce_GiveWhatOneGives()
    {
        using InferenceSession session = Load();
        float[][] results = new float[4][];
        Parallel.For(0, results.Length, index =>
        {
            using InferenceRun run = new(session);
            run.Data("audio").AsSpan().Fill(0.1f);
            run.Execute(CancellationToken.None);
            results[index] = [.. run.Data("note")];
        });
        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    private static InferenceSession Load() => InferenceSession.Load(OnnxRuntime.Shared, BuiltModel.Path, BasicPitchModel.Contract, InferenceSettings.Default);
}
