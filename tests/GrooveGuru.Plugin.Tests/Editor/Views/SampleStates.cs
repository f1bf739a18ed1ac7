using Google.Protobuf;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Listening;
using GrooveGuru.Plugin.Parameters;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

/// <summary>What the window can be asked to show.</summary>
internal static class SampleStates
{
    private static readonly Lazy<TrackReport> DemoSong = new(() => Load("demo-song"));
    private static readonly Lazy<TrackReport> CleanSong = new(() => Load("demo-song-clean"));

    /// <summary>The preview of <see cref="DoneMidi"/>.</summary>
    public const string PreviewPath = "/library/ab12/preview.wav";

    /// <summary>Two clear faults.</summary>
    public static TrackReport Report => DemoSong.Value.Clone();

    /// <summary>Ideas only.</summary>
    public static TrackReport CleanReport => CleanSong.Value.Clone();

    /// <summary>No bridge, nothing heard.</summary>
    public static EditorState NoBridge { get; } = new() { TrackName = "Bass DI", TrackNumber = 3, TrackColor = 0xFFB0673C };

    /// <summary>Connected, nothing heard.</summary>
    public static EditorState Silent => NoBridge with { Bridge = BridgeState.Connected, Services = new HashSet<string> { "stems", "midi" } };

    /// <summary>With a report that has something to say.</summary>
    public static EditorState Judged => Silent with { Report = Report, HeardSeconds = 84, TrackName = "Demo song" };

    /// <summary>With a report that has not.</summary>
    public static EditorState Clean => Judged with { Report = CleanReport };

    /// <summary>Named for what it does not sound like.</summary>
    public static EditorState Misnamed
    {
        get
        {
            TrackReport report = Report;
            (report.Role.NameWord, report.Role.SoundAgrees) = ("bass", false);
            return Judged with { Report = report };
        }
    }

    /// <summary>Heard again after the user did something.</summary>
    public static EditorState Followed
    {
        get
        {
            TrackReport report = Report;
            report.Recommendations[0].Status = RecommendationStatus.Improved;
            report.Recommendations[1].Status = RecommendationStatus.Dismissed;
            report.FollowUps.Add(new FollowUp
            {
                Status = RecommendationStatus.Confirmed,
                Text = "Confirmed: cut 4.0 dB below 250 Hz (low shelf). Low end: 4.6 dB over the reference then, 0.9 dB over promised, 1.1 dB over now.",
            });
            report.FollowUps.Add(new FollowUp
            {
                Status = RecommendationStatus.Worse,
                Text = "Worse: turn down by 1.7 dB. True peak: 0.5 dBTP then, -1.2 dBTP promised, 0.9 dBTP now.",
            });
            return Judged with { Report = report, Note = "Marked: play the track again to have it measured." };
        }
    }

    /// <summary>Stems are being made, MIDI is there.</summary>
    public static EditorState Working => Judged with { Jobs = [RunningStems, DoneMidi] };

    /// <summary>All is made.</summary>
    public static EditorState Made => Judged with { Jobs = [DoneStems, DoneMidi] };

    /// <summary>The notes are heard.</summary>
    public static EditorState Listening => Made with { Note = ListeningWords.Heard, Listening = new ListeningState(PreviewPath, 72, 184) };

    /// <summary>The notes would be heard if the host gave any audio.</summary>
    public static EditorState ListeningInVain => Made with { Listening = new ListeningState(PreviewPath, 0, 184, IsWithoutAudio: true) };

    /// <summary>A job that failed, a bridge of another version.</summary>
    public static EditorState Failed => Judged with
    {
        Bridge = BridgeState.WrongVersion,
        IsBypassed = true,
        Jobs = [new Job { JobId = "job-3", Kind = JobKind.Stems, State = JobState.Failed, Error = "the disk is full. Free 120 MB, then start again." }],
        WhyNoJob = "The bridge that runs is of another version. This works when one of this version does.",
    };

    /// <summary>Names that nobody expects.</summary>
    public static EditorState Odd => Made with
    {
        TrackName = string.Concat(Enumerable.Repeat("Überlange Spur 🎸 音轨 ", 18)),
        Note = "The stems were not made: the disk is full. Free some space, then start again.",
    };

    /// <summary>Loud stereo music.</summary>
    public static MeterReading Music(double shiftDb = 0) => new(
        2,
        [-3.2 + shiftDb, -2.1 + shiftDb],
        [-15.4 + shiftDb, -13.8 + shiftDb],
        -0.4,
        -13.6 + shiftDb,
        -14.2,
        -14.6,
        0.62,
        [.. Enumerable.Range(0, 30).Select(band => -24 - (0.035 * (band - 6) * (band - 6)) + (3 * Math.Sin(band * 1.7)) + shiftDb)],
        false);

    public static Job RunningStems => new()
    {
        JobId = "job-1",
        Kind = JobKind.Stems,
        State = JobState.Working,
        Phase = "Separating",
        Progress = 0.42,
        EtaSeconds = 38,
    };

    public static Job DoneStems => new()
    {
        JobId = "job-1",
        Kind = JobKind.Stems,
        State = JobState.Done,
        Progress = 1,
        Files =
        {
            new JobFile { Path = "/music/Groove Guru/Demo song/harmonic.wav", Name = "harmonic", Bytes = 14_812_044 },
            new JobFile { Path = "/music/Groove Guru/Demo song/percussive.wav", Name = "percussive", Bytes = 14_812_044 },
        },
    };

    public static Job DoneMidi => new()
    {
        JobId = "job-2",
        Kind = JobKind.Midi,
        State = JobState.Done,
        Progress = 1,
        Files =
        {
            new JobFile { Path = "/music/Groove Guru/Demo song/melody.mid", Name = "melody", Bytes = 3_412 },
            new JobFile { Path = PreviewPath, Name = "preview", Bytes = 35_280_044 },
        },
    };

    private static TrackReport Load(string name) =>
        JsonParser.Default.Parse<TrackReport>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Editor", "Data", $"{name}.json")));
}
