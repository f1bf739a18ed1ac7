using System.Diagnostics;
using GrooveGuru.Bridge.Jobs;
using GrooveGuru.Bridge.Playing;
using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Midi;
using GrooveGuru.Core.Semantics.Roles;
using GrooveGuru.Core.Tests;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Bridge.Tests.Jobs;

public sealed class MidiWorkTests : IDisposable
{
    // Cancelling takes milliseconds; the rest is patience with a busy machine.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private static readonly AudioBuffer Tune = PlayedTune.Make(12);
    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.File("out");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_Tune_WritesItsNotesOnTheBeat()
    {
        MidiSettings settings = MidiSettings.Usual with
        {
            TempoBpm = 120,
            Role = TrackRole.Keys,
            Arrangement = new ArrangementOptions { QuantiseStrength = 1, Grid = QuantiseGrid.Eighth },
        };
        Run(settings, Tune);
        MidiSong song = MidiFileReader.Read(Path.Combine(Target, MidiWork.MelodyFile));
        MidiTrack track = Assert.Single(song.Tracks);
        Assert.Equal(("Keys", 0), (track.Name, track.Program));
        Assert.Equal(120, song.Tempos.Single().Bpm, 0.01);
        Assert.InRange(track.Notes.Count, 30, 60);
        Assert.All(track.Notes, note => Assert.Equal(0, note.StartTicks % 480));
    }

    [Fact]
    public void Run_WithPreview_TellsItsPhasesInOrderAndNeverGoesBack()
    {
        List<WorkStep> steps = [];
        Run(MidiSettings.Usual with { Preview = true }, Tune, steps: steps);
        Assert.Equal(
            [MidiWork.Hearing, MidiWork.Writing, MidiWork.Rendering], steps.Select(step => step.Phase).Distinct());
        Assert.All(steps.Skip(1).Zip(steps), pair => Assert.True(pair.First.Progress >= pair.Second.Progress));
        Assert.Equal(1, steps[^1].Progress, 1e-9);
        Assert.Equal([MidiWork.MelodyFile, MidiPreview.FileName], Directory.GetFiles(Target).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData(MidiWork.Hearing)]
    [InlineData(MidiWork.Writing)]
    [InlineData(MidiWork.Rendering)]
    public void Run_CancelledInAPhase_EndsSoonAndLeavesNothing(string phase)
    {
        using CancellationTokenSource cancelled = new();
        long at = 0;
        StepProgress progress = new(step =>
        {
            if (step.Phase == phase && at == 0)
            {
                at = Stopwatch.GetTimestamp();
                cancelled.Cancel();
            }
        });
        MidiWork work = new(MidiSettings.Usual with { Preview = true }, new BuiltInPlayer(null));
        Assert.ThrowsAny<OperationCanceledException>(() => WorkFiles.Produce(work, Input(Tune), Target, progress, cancelled.Token));
        Assert.NotEqual(0, at);
        Assert.True(Stopwatch.GetElapsedTime(at) < Soon, $"{Stopwatch.GetElapsedTime(at)}");
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public void Run_DiskFullInTheLastPhase_KeepsTheNotesWithAWord()
    {
        MidiWork work = new(MidiSettings.Usual with { Preview = true }, new BrokenPlayer(new IOException("disk full")));
        string? notice = WorkFiles.Produce(work, Input(Tune), Target, new StepProgress(_ => { }), CancellationToken.None).Notice;
        Assert.False(work.IsWhole);
        Assert.Contains("No preview was written: disk full", notice, StringComparison.Ordinal);
        Assert.Equal([MidiWork.MelodyFile], Directory.GetFileSystemEntries(Target).Select(Path.GetFileName));
        Assert.NotEmpty(MidiFileReader.Read(Path.Combine(Target, MidiWork.MelodyFile)).Tracks.Single().Notes);
    }

    [Theory]
    [InlineData(TranscriptionMode.Auto, MidiWork.MelodyFile, MidiWork.NotesFile, MidiWork.DrumsFile)]
    [InlineData(TranscriptionMode.Mono, MidiWork.MelodyFile, MidiWork.NotesFile)]
    [InlineData(TranscriptionMode.Poly, MidiWork.MelodyFile, MidiWork.NotesFile)]
    [InlineData(TranscriptionMode.Drums, MidiWork.DrumsFile)]
    public void Replaces_Mode_IsWhatItMayWrite(TranscriptionMode mode, params string[] names) =>
        Assert.Equal(names, new MidiWork(MidiSettings.Usual with { Mode = mode }).Replaces);

    [Fact]
    public void Run_PlayerFails_IsPlayedByOurOwnInstrumentsWithAWord()
    {
        string? notice = Run(MidiSettings.Usual with { Preview = true }, Tune, new BrokenPlayer(new GrooveGuruException("it did not end in time.")));
        Assert.Contains("built-in instruments: it did not end in time.", notice, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Target, MidiPreview.FileName)));
    }

    [Fact]
    public void Run_Preview_HasTheRecordingLeftAndTheNotesRight()
    {
        WorkInput input = Input(Tune) with { Project = new ProjectTime(0, 120, 4) }; // so that tick 0 is the recording's beginning
        MidiWork work = new(MidiSettings.Usual with { Preview = true, Role = TrackRole.Keys }, new BuiltInPlayer(null));
        WorkFiles.Produce(work, input, Target, new StepProgress(_ => { }), CancellationToken.None);
        AudioBuffer preview = AudioFile.ReadAll(Path.Combine(Target, MidiPreview.FileName));
        Assert.Equal((2, Tune.FrameCount), (preview.ChannelCount, preview.FrameCount));
        for (int frame = 0; frame < Tune.FrameCount; frame++)
        {
            Assert.Equal(Tune.Channel(0)[frame], preview.Channel(0)[frame], 1.0 / 32768);
        }

        PreviewEar.AssertNotesSound(preview, MidiFileReader.Read(Path.Combine(Target, MidiWork.MelodyFile)), Tune.DurationSeconds);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(4.9)]
    public void Run_Selection_HoldsOnlyWhatLiesInItAndBeginsWithItsBar(double fromSeconds)
    {
        MidiSettings settings = MidiSettings.Usual with
        {
            TempoBpm = 120,
            Preview = true,
            Arrangement = new ArrangementOptions { Selection = new TimeSelection(fromSeconds, fromSeconds + 3) },
        };
        Run(settings, Tune, new BuiltInPlayer(null));
        IReadOnlyList<MidiNote> notes = MidiFileReader.Read(Path.Combine(Target, MidiWork.MelodyFile)).Tracks.Single().Notes;
        Assert.InRange(notes.Count, 8, 15);
        Assert.True(notes[0].StartTicks < 3840);
        Assert.Equal(3, AudioFile.ReadAll(Path.Combine(Target, MidiPreview.FileName)).DurationSeconds, 0.01);
    }

    [Fact]
    public void Run_SelectionBehindTheEnd_SaysHowLongTheAudioIs()
    {
        MidiSettings settings = MidiSettings.Usual with { Arrangement = new ArrangementOptions { Selection = new TimeSelection(100, 200) } };
        GrooveGuruException error = Assert.Throws<GrooveGuruException>(() => Run(settings, Tune));
        Assert.Contains("12 s long", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 3 * 1920)]
    [InlineData(60.0, 3 * 960)]
    public void Run_InAProject_LinesUpWithItsStartAndMeter(double? toldBpm, long firstTicks)
    {
        WorkInput input = Input(Tune) with { Project = new ProjectTime(3, 120, 6, 8) };
        WorkFiles.Produce(new MidiWork(MidiSettings.Usual with { TempoBpm = toldBpm }), input, Target, new StepProgress(_ => { }), CancellationToken.None);
        MidiSong song = MidiFileReader.Read(Path.Combine(Target, MidiWork.MelodyFile));
        Assert.Equal(new MidiMeterChange(0, 6, 8), song.Meters.Single());
        Assert.Equal(firstTicks, song.Tracks.Single().Notes[0].StartTicks, 100.0);
    }

    [Fact]
    public void Run_InAProjectWithAMeterThatWasTold_HasThatMeterAndSaysNothingOfBarOne()
    {
        WorkInput input = Input(Tune) with { Project = new ProjectTime(3, 120, 6, 8) };
        MidiSettings settings = MidiSettings.Usual with { Meter = new Meter(3, 4) };
        string? notice = WorkFiles.Produce(new MidiWork(settings), input, Target, new StepProgress(_ => { }), CancellationToken.None).Notice;
        Assert.Equal(new MidiMeterChange(0, 3, 4), MidiFileReader.Read(Path.Combine(Target, MidiWork.MelodyFile)).Meters.Single());
        Assert.Null(notice);
    }

    [Fact]
    public void Run_HardlyANote_SaysSo()
    {
        AudioBuffer sparse = new(1, 22050 * 30, 22050);
        for (int frame = 22050 * 10; frame < 22050 * 14; frame++)
        {
            sparse.Channel(0)[frame] = 0.3f * MathF.Sin(2 * MathF.PI * 330 * frame / 22050);
        }

        Assert.StartsWith("Only 1 note was found in 0:30 min", Run(MidiSettings.Usual, sparse), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AllNotesTooShort_IsNoNotesFound()
    {
        MidiSettings settings = MidiSettings.Usual with { Arrangement = new ArrangementOptions { MinimumLengthSeconds = 5 } };
        GrooveGuruException error = Assert.Throws<GrooveGuruException>(() => Run(settings, Tune));
        Assert.StartsWith(MidiWork.NothingFound, error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public void Run_SelectionOfThreeHours_IsWritten()
    {
        const int SampleRateHz = 8000;
        const double ThreeHours = 3 * 3600;
        WorkInput input = new(() => new GeneratedSource(SampleRateHz, ThreeHours, time => time > 7200 && time < 7260 ? 0.3f * PlayedTune.Sample(time) : 0), null);
        MidiSettings part = MidiSettings.Usual with { Mode = TranscriptionMode.Mono, Arrangement = new ArrangementOptions { Selection = new TimeSelection(7210, 7220) } };
        WorkFiles.Produce(new MidiWork(part), input, Target, new StepProgress(_ => { }), CancellationToken.None);
        Assert.InRange(MidiFileReader.Read(Path.Combine(Target, MidiWork.MelodyFile)).Tracks.Single().Notes.Count, 20, 60);
    }

    public static TheoryData<string, TranscriptionMode> BadInputs()
    {
        TheoryData<string, TranscriptionMode> data = [];
        foreach (string input in (string[])["silence", "noise", "speech", "50 ms", "8 kHz", "clipped"])
        {
            data.Add(input, TranscriptionMode.Mono);
            data.Add(input, TranscriptionMode.Poly);
            data.Add(input, TranscriptionMode.Drums);
            data.Add(input, TranscriptionMode.Auto);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(BadInputs))]
    public void Run_BadInput_GivesNotesOrSaysWhyThereAreNone(string what, TranscriptionMode mode)
    {
        AudioBuffer audio = what switch
        {
            "silence" => new AudioBuffer(2, 22050 * 5, 22050),
            "noise" => PlayedTune.Noise(8),
            "speech" => PlayedTune.Speech(8),
            "50 ms" => PlayedTune.Make(0.05),
            "8 kHz" => PlayedTune.Make(6, 8000),
            _ => PlayedTune.Make(6, level: 8),
        };
        Exception? error = Record.Exception(() => Run(MidiSettings.Usual with { Mode = mode, Preview = true }, audio, new BuiltInPlayer(null)));
        if (error is null)
        {
            Assert.NotEmpty(Directory.GetFiles(Target, "*.mid").Select(MidiFileReader.Read).SelectMany(song => song.Tracks).SelectMany(track => track.Notes));
            Assert.NotEqual("silence", what);
        }
        else
        {
            Assert.Matches($"^{MidiWork.NothingFound}: [A-Z].*\\.$", Assert.IsType<GrooveGuruException>(error).Message);
            Assert.False(Directory.Exists(Target));
            Assert.True(mode == TranscriptionMode.Drums || what is not ("8 kHz" or "clipped"), error.Message); // a tune, without drums
        }
    }

    private string? Run(MidiSettings settings, AudioBuffer audio, ISongPlayer? player = null, List<WorkStep>? steps = null) => WorkFiles.Produce(
        new MidiWork(settings, player), Input(audio), Target, new StepProgress(step => steps?.Add(step)), CancellationToken.None).Notice;

    private static WorkInput Input(AudioBuffer audio) => new(() => new BufferAudioSource(audio), null);
}
