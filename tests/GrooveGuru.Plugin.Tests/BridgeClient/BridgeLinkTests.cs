using System.Diagnostics;
using System.Runtime.InteropServices;
using GrooveGuru.Contracts.Endpoint;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.BridgeClient;
using GrooveGuru.Plugin.Parameters;
using GrooveGuru.Plugin.Processing.Realtime;
using GrooveGuru.Plugin.State;

namespace GrooveGuru.Plugin.Tests.BridgeClient;

public sealed class BridgeLinkTests : IDisposable
{
    private readonly FakeBridge _bridge = new();
    private readonly ParameterValues _values = new();
    private readonly Track _track = new();
    private readonly BridgeBoard _board = new(TimeProvider.System);
    private readonly BridgeLink _link;

    public BridgeLinkTests() => _link = new BridgeLink(_bridge, _bridge, _track, _values, _board, new EndPatience());

    public void Dispose() => _link.Dispose();

    [Fact]
    public void Link_ToARunningBridge_GreetsAndStreamsEverything()
    {
        CaptureRing ring = new(256 * 1024);
        _link.Feed.Attach(ring);
        _link.Start();
        float[] samples = [.. Enumerable.Range(0, 100).Select(index => (float)index)];
        for (int block = 0; block < 50; block++)
        {
            CaptureHeader header = new()
            {
                FrameCount = 100,
                ChannelCount = 1,
                SampleRateHz = 48000,
                StreamPositionFrames = block * 100,
                Flags = CaptureFlags.HasTempo,
                TempoBpm = 120,
            };
            ring.TryWrite(header, samples, default);
        }

        Await(() => State() == BridgeState.Connected);
        _link.Stop();

        Assert.Equal("id-1", _bridge.Received[0].Hello.InstanceId);
        Assert.Equal("Bass", _bridge.Received[0].Hello.Identity.Name);
        AudioChunk[] chunks = [.. _bridge.Received.Where(message => message.Audio is not null).Select(message => message.Audio)];
        Assert.Equal(5000, chunks.Sum(chunk => chunk.Samples.Length / sizeof(float)));
        Assert.Equal(samples, MemoryMarshal.Cast<byte, float>(chunks[0].Samples.Span)[..100].ToArray());
        Assert.Equal(120, chunks[0].Transport.TempoBpm);
        Assert.False(chunks[0].Transport.HasProjectTimeFrames);
        Assert.Equal(1, _bridge.Completed);
        Assert.Equal(BridgeState.NotConnected, State());
    }

    [Fact]
    public void Link_WithoutABridge_HasOneStarted()
    {
        _bridge.Standing = EndpointFileStanding.Absent;
        _link.Start();
        Await(() => State() == BridgeState.Starting);
        Assert.Equal(0, _bridge.Opened);

        _bridge.Standing = EndpointFileStanding.Ok;

        Await(() => State() == BridgeState.Connected);
        Assert.True(_bridge.Launches >= 1);
    }

    [Fact]
    public void Link_AfterTheBridgeDied_ConnectsAgain()
    {
        _link.Start();
        Await(() => State() == BridgeState.Connected);

        _bridge.Die();
        Await(() => State() != BridgeState.Connected);
        Await(() => _bridge.Launches > 0); // its file is still there, but nobody answers
        _bridge.IsAlive = true;

        Await(() => State() == BridgeState.Connected);
        Assert.Equal("id-1", _bridge.Received[^1].Hello.InstanceId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Link_ToAnotherContract_SaysSo(bool isSeenInTheFile)
    {
        _bridge.Standing = isSeenInTheFile ? EndpointFileStanding.OtherContractVersion : EndpointFileStanding.Ok;
        _bridge.WelcomeVersion = 99;
        _link.Start();

        Await(() => State() == BridgeState.WrongVersion);
        Await(() => _board.News.State == BridgeState.WrongVersion);

        Assert.Equal(0, _bridge.Launches);
        Assert.NotEmpty(_board.News.WhyNotReached!);
    }

    [Fact]
    public void Measures_OfTheBridge_BecomeParameters()
    {
        _link.Start();
        Await(() => State() == BridgeState.Connected);

        _bridge.Say(new CaptureDown { Running = new RunningMeasures { IntegratedLufs = -14, TempoBpm = 128, OpenRecommendations = 3 } });
        Await(() => Plain(ParameterIds.OpenRecommendations) == 3);
        Assert.Equal(-14, Plain(ParameterIds.IntegratedLoudness), precision: 9);
        Assert.Equal(128, Plain(ParameterIds.Tempo), precision: 9);

        TrackReport report = new() { Extended = new ExtendedMeasures { IntegratedLufs = -9.5 } };
        report.Recommendations.Add(new Recommendation { Status = RecommendationStatus.Open });
        report.Recommendations.Add(new Recommendation { Status = RecommendationStatus.Confirmed });
        report.Features.Add(new FeatureValue { Id = "tempo", Value = 96 });
        _bridge.Say(new CaptureDown { Report = report });
        Await(() => Plain(ParameterIds.OpenRecommendations) == 1);
        Assert.Equal(-9.5, Plain(ParameterIds.IntegratedLoudness), precision: 9);
        Assert.Equal(96, Plain(ParameterIds.Tempo), precision: 9);
    }

    [Fact]
    public void Name_ThatChanges_IsSent()
    {
        _link.Start();
        Await(() => State() == BridgeState.Connected);

        _track.Title = _track.Title with { UserName = "Kick" };

        Await(() => _bridge.Received.Any(message => message.Identity?.Name == "Kick"));
    }

    [Fact]
    public void Identity_OfTheGreeting_HasAllThatIsKnown()
    {
        _track.Title = new TrackTitle("Audio 1", "Bass", 0xFF336699, 3, TrackRole.Bass);
        _link.Start();
        Await(() => State() == BridgeState.Connected);

        Assert.Equal(
            new TrackIdentity { Name = "Bass", Role = TrackRole.Bass, ColorArgb = 0xFF336699, Number = 3 },
            _bridge.Received[0].Hello.Identity);
    }

    [Fact]
    public void Identity_ThatChangesInAnyPart_IsSentOnceEach()
    {
        _link.Start();
        Await(() => State() == BridgeState.Connected);
        TrackTitle title = _track.Title;
        TrackTitle[] told =
        [
            title = title with { Role = TrackRole.Keys },
            title = title with { Color = 0xFF102030 },
            title = title with { Number = 7 },
            title = title with { UserName = "Organ" },
            title = title with { HostName = "Audio 9" }, // heard by nobody: the user's name counts
            title with { UserName = "" },
        ];
        foreach (TrackTitle next in told)
        {
            TrackIdentity before = _track.Title.ToMessage();
            _track.Title = next;
            Await(() => next.ToMessage().Equals(before) || Identities().LastOrDefault()?.Equals(next.ToMessage()) == true);
        }

        _link.Stop();
        Assert.Equal(5, Identities().Length);
        Assert.Equal("Audio 9", Identities()[^1].Name);
    }

    [Fact]
    public void Name_ThatChangesWhileTheRingNeverRunsEmpty_IsSentAllTheSame()
    {
        CaptureRing ring = new(256 * 1024);
        _link.Feed.Attach(ring);
        long position = 0;
        bool isOver = false;
        void Play()
        {
            float[] samples = new float[100];
            CaptureHeader header = new() { FrameCount = 100, ChannelCount = 1, SampleRateHz = 48000, StreamPositionFrames = position };
            position += Volatile.Read(ref isOver) || !ring.TryWrite(header, samples, default) ? 0 : 100;
        }

        Play();
        _bridge.AudioComes = Play; // as a bridge reads that is slower than the music
        _link.Start();
        try
        {
            Await(() => State() == BridgeState.Connected);

            _track.Title = _track.Title with { UserName = "Kick" };

            Await(() => Identities().Any(told => told.Name == "Kick"));
        }
        finally
        {
            Volatile.Write(ref isOver, true);
        }
    }

    [Fact]
    public void Link_StartedAgain_ConnectsAgain()
    {
        _link.Start();
        Await(() => State() == BridgeState.Connected);
        _link.Stop();
        _link.Stop();
        _link.Start();
        Await(() => State() == BridgeState.Connected);

        Assert.Equal(2, _bridge.Opened);
    }

    [Fact]
    public void Link_WhoseInstanceGetsItsSavedId_GreetsAgainUnderIt()
    {
        _link.Start();
        Await(() => State() == BridgeState.Connected);

        _track.InstanceId = "id-2";

        Await(() => _bridge.Received.Any(message => message.Hello?.InstanceId == "id-2"));
        Assert.Equal(1, _bridge.Completed);
    }

    private TrackIdentity[] Identities() => [.. _bridge.Received.Where(message => message.Identity is not null).Select(message => message.Identity)];

    private BridgeState State() => (BridgeState)(int)Plain(ParameterIds.Bridge);

    private double Plain(uint id) => ParameterCatalogue.Find(id)!.ToPlain(_values.Get(id));

    // Generous: it only decides how long a failing test takes.
    private static void Await(Func<bool> condition)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30), "waited in vain");
            Thread.Sleep(5);
        }
    }

    private sealed class Track : ITrackIdentity
    {
        public string InstanceId { get; set; } = "id-1";

        public TrackTitle Title { get; set; } = TrackTitle.Unknown with { HostName = "Bass" };

        public string HostName => "Test";
    }
}
