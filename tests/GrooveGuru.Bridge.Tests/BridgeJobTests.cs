using GrooveGuru.Contracts;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;

namespace GrooveGuru.Bridge.Tests;

/// <summary>Imports and jobs over the bridge's socket.</summary>
[Collection(BridgeCollection.Name)]
public sealed class BridgeJobTests(BridgeFixture bridge)
{
    private static readonly CancellationTokenSource Patience = new(TimeSpan.FromMinutes(3));

    [Fact]
    public async Task Import_TooShortForAnyMeasure_IsReportedAllTheSame()
    {
        TrackReport report = await ImportAsync("Short", seconds: 0.01);

        Assert.Equal(0.01, report.DurationSeconds, 0.001);
        Assert.All(report.Features, feature => Assert.True(feature.HasValue || feature.HasText || feature.HasNotMeasurable));
    }

    [Fact]
    public async Task Import_BadChunk_LeavesNoTrack()
    {
        async IAsyncEnumerable<ImportUp> Messages()
        {
            await Task.Yield();
            yield return new ImportUp { Header = new ImportHeader { Name = "Broken import" } };
            yield return new ImportUp { Audio = new AudioChunk { SampleRateHz = 1, ChannelCount = 1 } };
        }

        GrpcException error = await Assert.ThrowsAsync<GrpcException>(
            () => bridge.Connection.WriteStreamAsync(BridgeMethods.Import, Messages(), null, Patience.Token));

        Assert.Equal(GrpcStatusCode.InvalidArgument, error.Code);
        TrackList list = await bridge.Connection.CallAsync(BridgeMethods.ListTracks, new ListTracksRequest(), null, Patience.Token);
        Assert.DoesNotContain(list.Tracks, track => track.Name == "Broken import");
    }

    [Fact]
    public async Task StartJob_StemsTwice_SecondComesFromTheLibrary()
    {
        TrackReport report = await ImportAsync("Stems", seconds: 4);

        Job first = await RunJobAsync(JobKind.Stems, report.TrackId);
        Dictionary<string, DateTime> written = first.Files.ToDictionary(file => file.Path, file => File.GetLastWriteTimeUtc(file.Path));
        Job second = await RunJobAsync(JobKind.Stems, report.TrackId);

        Assert.Equal(JobState.Done, first.State);
        Assert.Equal(["harmonic", "percussive"], first.Files.Select(file => file.Name).Order());
        Assert.Equal(first.Files, second.Files);
        Assert.All(second.Files, file => Assert.Equal(written[file.Path], File.GetLastWriteTimeUtc(file.Path)));
    }

    [Fact]
    public async Task CancelJob_WhileItRuns_LeavesNothingBehind()
    {
        TrackReport report = await ImportAsync("Cancelled", seconds: 90);
        Job job = await bridge.Connection.CallAsync(
            BridgeMethods.StartJob, new JobRequest { Kind = JobKind.Stems, TrackId = report.TrackId }, null, Patience.Token);
        await bridge.Connection.CallAsync(BridgeMethods.CancelJob, new JobRef { JobId = job.JobId }, null, Patience.Token);

        Job ended = await WatchAsync(job.JobId);

        Assert.True(ended.State == JobState.Cancelled, $"{ended.State}: {ended.Error}");
        Assert.Empty(ended.Files);
        string unfinished = Path.Combine(Environment.GetEnvironmentVariable("GROOVEGURU_CACHE_DIR")!, "library", "unfinished");
        Assert.False(Directory.Exists(unfinished) && Directory.EnumerateFileSystemEntries(unfinished).Any());
    }

    [Fact]
    public async Task StartJob_NothingHeard_FailsWithWhatToDo()
    {
        await using GrpcDuplexCall<CaptureUp, CaptureDown> call = bridge.Connection.OpenDuplex(
            BridgeMethods.Capture, null, Patience.Token);
        await call.WriteAsync(
            new CaptureUp { Hello = new Hello { ContractVersion = ContractVersion.Current, InstanceId = "mute" } }, Patience.Token);
        IAsyncEnumerator<CaptureDown> responses = call.Responses.GetAsyncEnumerator(); // ends with the call
        Assert.True(await responses.MoveNextAsync());

        Job job = await RunJobAsync(JobKind.Midi, responses.Current.Welcome.TrackId);

        Assert.Equal(JobState.Failed, job.State);
        Assert.Contains("press play", job.Error, StringComparison.Ordinal);
    }

    private async Task<TrackReport> ImportAsync(string name, double seconds)
    {
        async IAsyncEnumerable<ImportUp> Messages()
        {
            await Task.Yield();
            yield return new ImportUp { Header = new ImportHeader { Name = name } };
            foreach (AudioChunk chunk in TestSong.Chunks(TestSong.Interleaved(seconds)))
            {
                yield return new ImportUp { Audio = chunk };
            }
        }

        return await bridge.Connection.WriteStreamAsync(BridgeMethods.Import, Messages(), null, Patience.Token);
    }

    private async Task<Job> RunJobAsync(JobKind kind, string trackId)
    {
        Job job = await bridge.Connection.CallAsync(
            BridgeMethods.StartJob, new JobRequest { Kind = kind, TrackId = trackId }, null, Patience.Token);
        return await WatchAsync(job.JobId);
    }

    private async Task<Job> WatchAsync(string jobId)
    {
        Job last = new();
        await foreach (Job job in bridge.Connection.ReadStreamAsync(
            BridgeMethods.WatchJob, new JobRef { JobId = jobId }, null, Patience.Token))
        {
            last = job;
        }

        return last;
    }
}
