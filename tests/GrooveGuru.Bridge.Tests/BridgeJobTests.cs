using GrooveGuru.Bridge.Tests.Jobs;
using GrooveGuru.Contracts;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Contracts.Wire;
using GrooveGuru.Contracts.Wire.Client;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Midi;

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
    public async Task StartJob_MidiWithOptions_GivesTheFilesAndTellsItsPhases()
    {
        TrackReport report = await ImportAsync("Tune", Interleaved(PlayedTune.Make(12, TestSong.SampleRateHz)));
        JobRequest request = new()
        {
            Kind = JobKind.Midi,
            TrackId = report.TrackId,
            Midi = new MidiOptions { Preview = true, QuantiseStrength = 1, Grid = MidiGrid.Eighth, FixedVelocity = 64, TempoBpm = 120 },
        };

        List<Job> told = [];
        Job started = await bridge.Connection.CallAsync(BridgeMethods.StartJob, request, null, Patience.Token);
        Job job = await WatchAsync(started.JobId, told.Add);

        Assert.True(job.State == JobState.Done, job.Error);
        Assert.Equal(["melody", "preview"], job.Files.Select(file => file.Name).Order());
        Assert.All(job.Files, file => Assert.True(File.Exists(file.Path) && (file.Name == "preview" ? file.DropPath.Length == 0 : File.Exists(file.DropPath))));
        string melody = job.Files.Single(file => file.Name == "melody").Path;
        Assert.All(MidiFileReader.Read(melody).Tracks.Single().Notes, note => Assert.True(note is { Velocity: 64 } && note.StartTicks % 480 == 0));
        Assert.All(told.Skip(1).Zip(told), pair => Assert.True(pair.First.Progress >= pair.Second.Progress));

        request.Midi.QuantiseStrength = 0;
        Job other = await RunJobAsync(request);
        Assert.NotEqual(melody, other.Files.Single(file => file.Name == "melody").Path);
    }

    [Fact]
    public async Task StartJob_MidiOptionOutOfRange_IsRefusedAtOnce()
    {
        TrackReport report = await ImportAsync("Refused", seconds: 1);
        GrpcException error = await Assert.ThrowsAsync<GrpcException>(() => RunJobAsync(
            new JobRequest { Kind = JobKind.Midi, TrackId = report.TrackId, Midi = new MidiOptions { QuantiseStrength = 2 } }));
        Assert.Equal(GrpcStatusCode.InvalidArgument, error.Code);
    }

    [Fact]
    public async Task StartJob_HardlyANote_SaysSoAlsoFromTheLibrary()
    {
        float[] sparse = new float[TestSong.SampleRateHz * TestSong.ChannelCount * 30];
        for (int index = 0; index < sparse.Length; index++)
        {
            // A long note at the beginning and one at the end: what lies outside of sound is no part of a capture.
            sparse[index] = index > sparse.Length / 10 && index < sparse.Length * 9 / 10
                ? 0
                : 0.3f * MathF.Sin(2 * MathF.PI * 330 * (index / TestSong.ChannelCount) / TestSong.SampleRateHz);
        }

        TrackReport report = await ImportAsync("Sparse", sparse);
        JobRequest request = new() { Kind = JobKind.Midi, TrackId = report.TrackId, Midi = new MidiOptions { Mode = MidiMode.Mono, EndS = 29 } };

        Job first = await RunJobAsync(request);
        Job second = await RunJobAsync(request);

        Assert.True(first.State == JobState.Done, first.Error);
        Assert.Contains("found in 0:29 min", first.Notice, StringComparison.Ordinal);
        Assert.Equal(first.Notice, second.Notice);
        Assert.Equal(["melody"], second.Files.Select(file => file.Name));
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

    private static float[] Interleaved(AudioBuffer mono) => [.. mono.Channels[0].SelectMany(sample => new[] { sample, sample })];

    private Task<TrackReport> ImportAsync(string name, double seconds) => ImportAsync(name, TestSong.Interleaved(seconds));

    private async Task<TrackReport> ImportAsync(string name, float[] interleaved)
    {
        async IAsyncEnumerable<ImportUp> Messages()
        {
            await Task.Yield();
            yield return new ImportUp { Header = new ImportHeader { Name = name } };
            foreach (AudioChunk chunk in TestSong.Chunks(interleaved))
            {
                yield return new ImportUp { Audio = chunk };
            }
        }

        return await bridge.Connection.WriteStreamAsync(BridgeMethods.Import, Messages(), null, Patience.Token);
    }

    private Task<Job> RunJobAsync(JobKind kind, string trackId) => RunJobAsync(new JobRequest { Kind = kind, TrackId = trackId });

    private async Task<Job> RunJobAsync(JobRequest request)
    {
        Job job = await bridge.Connection.CallAsync(BridgeMethods.StartJob, request, null, Patience.Token);
        return await WatchAsync(job.JobId);
    }

    private async Task<Job> WatchAsync(string jobId, Action<Job>? tell = null)
    {
        Job last = new();
        await foreach (Job job in bridge.Connection.ReadStreamAsync(
            BridgeMethods.WatchJob, new JobRef { JobId = jobId }, null, Patience.Token))
        {
            last = job;
            tell?.Invoke(job);
        }

        return last;
    }
}
