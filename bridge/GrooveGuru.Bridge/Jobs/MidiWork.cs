using System.Globalization;
using GrooveGuru.Bridge.Inference;
using GrooveGuru.Bridge.Playing;
using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Concurrency;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Midi;
using GrooveGuru.Core.Progress;
using GrooveGuru.Core.Semantics;
using GrooveGuru.Core.Semantics.Roles;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>
/// The notes of a recording as Standard MIDI Files, one for its drums and one for the rest. Tempo, meter and bar 1 are the project's where the audio came from a DAW, so that
/// the file dropped at the project's start lines up; for a file they come from the analysis.
/// </summary>
/// <param name="settings">What is asked for.</param>
/// <param name="player">Who plays the preview; null for the best there is.</param>
internal sealed class MidiWork(MidiSettings settings, ISongPlayer? player = null) : IJobWork
{
    /// <summary>How the message begins where there are no notes.</summary>
    public const string NothingFound = "No notes found";

    /// <summary>The file of one voice.</summary>
    public const string MelodyFile = "melody.mid";

    /// <summary>The file of several notes at once.</summary>
    public const string NotesFile = "notes.mid";

    /// <summary>The file of drums: a file of their own, because they are dragged to another instrument.</summary>
    public const string DrumsFile = "drums.mid";

    /// <summary>The phases, in their order.</summary>
    public const string Hearing = "Hearing notes, tempo and key", Writing = "Writing", Rendering = "Rendering the preview";

    private const double HearingShare = 0.99, WritingShare = 0.01, RenderingShare = 0.3;

    // Of hearing, the rest is for tempo and key.
    private const double NotesShare = 0.75;

    /// <summary>Where the notes of the last run lie in its recording; null before the first.</summary>
    public NotesPlace? Place { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Replaces => settings.Mode switch
    {
        TranscriptionMode.Drums => [DrumsFile],
        TranscriptionMode.Auto => [MelodyFile, NotesFile, DrumsFile],
        _ => [MelodyFile, NotesFile],
    };

    /// <inheritdoc/>
    public bool IsWhole { get; private set; } = true;

    private readonly ISongPlayer? _player = settings.Preview ? player ?? SongPlayers.Best() : null;

    /// <inheritdoc/>
    public string Method(WorkInput input)
    {
        RoleName? named = RoleName.Read(input.Name);
        string role = input.Role is { } told ? $"{told}" : named is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{named.Probability:0.00}{string.Concat(named.Roles)}");
        string project = input.Project is { } place
            ? string.Create(CultureInfo.InvariantCulture, $"{place.StartSeconds:R}s_{place.TempoBpm:R}bpm_{place.MeterNumerator}-{place.MeterDenominator}")
            : "";
        string[] parts =
        [
            $"midi-{settings.Mode.ToString().ToLowerInvariant()}-4", settings.Key(), settings.Mode == TranscriptionMode.Drums ? "" : BasicPitchModel.Fingerprint, role, project,
            _player?.Identity ?? "",
        ];
        return string.Join('_', parts.Where(part => part.Length > 0));
    }

    /// <inheritdoc/>
    public void Run(WorkInput input, string folder, IProgress<WorkStep> progress, CancellationToken cancellation)
    {
        WorkPhases phases = new(progress, (Hearing, HearingShare), (Writing, WritingShare), (Rendering, _player is null ? 0 : RenderingShare));
        (input, SelectedAudio audio, NoteTranscription heard, TrackAnalysis analysis) = WorkThreads.Run(() => Hear(input, phases.Begin(Hearing), cancellation));
        phases.Begin(Writing);
        MidiTempo timeline = new(settings, input.Project);
        (TempoMap tempo, string? tempoRemark) = timeline.Write(analysis);
        TrackRole role = settings.Role ?? input.Role ?? RoleEstimator.Estimate(analysis, input.Name).Role;
        string? key = analysis.Features.Find(FeatureIds.Key) is { IsMeasured: true } found ? found.Text : null;
        ArrangedSong arranged = Arranger.Arrange(audio.InRecording(heard.Parts), tempo, key, role, settings.Arrangement, timeline.IsOfProject);
        int count = arranged.Song.Tracks.Sum(track => track.Notes.Count);
        if (count == 0)
        {
            throw new GrooveGuruException($"{NothingFound}: none of those that were heard is as long as asked for, or lies within the selection.");
        }

        cancellation.ThrowIfCancellationRequested();
        foreach (MidiTrack track in arranged.Song.Tracks)
        {
            MidiFileWriter.Write(arranged.Song with { Tracks = [track] }, Path.Combine(folder, FileName(track, heard.Parts)));
        }

        List<string> remarks = [.. ((string?[])[TrackSummarizer.Unusable(analysis), heard.Remark, tempoRemark]).OfType<string>(), .. arranged.Remarks];
        if (!timeline.IsOfProject && BarOne.Place(arranged, tempo) is { } place)
        {
            remarks.Add(place);
        }

        if (!tempo.IsKnown)
        {
            remarks.Insert(0, "No steady pulse was heard: the file says 120 BPM, and the notes keep their times.");
        }

        if (FewNotes.Remark(count, Math.Min(audio.Seconds, analysis.DurationSeconds - audio.StartSeconds)) is { } few)
        {
            remarks.Insert(0, few);
        }

        if (_player is not null)
        {
            string? remark = new MidiPreview(_player).Write(arranged, audio, folder, phases.Begin(Rendering), cancellation);
            remarks.AddRange(remark is null ? [] : [remark]);
            IsWhole = File.Exists(Path.Combine(folder, MidiPreview.FileName));
        }

        Place = new NotesPlace(arranged.StartSeconds - audio.StartSeconds, audio.Seconds, tempo.IsKnown);
        WorkNotice.Leave(folder, remarks);
    }

    // Channels that are inverted against each other cancel where they are mixed: then one of them is listened to, for all that follows.
    private (WorkInput Input, SelectedAudio Audio, NoteTranscription Heard, TrackAnalysis Analysis) Hear(
        WorkInput input, IProgress<double> progress, CancellationToken cancellation)
    {
        SelectedAudio audio = SelectedAudio.Of(input.Open, settings.Arrangement.Selection);
        (NoteTranscription heard, TrackAnalysis? analysis) = HearAndAnalyse(input, audio, progress, cancellation);
        if (heard.NothingFoundReason is not { } reason)
        {
            return (input, audio, heard, analysis!);
        }

        SoundCheck check;
        using (IAudioSource source = audio.Open())
        {
            check = SoundCheck.Of(source, cancellation);
        }

        if (!check.CancelsInMono)
        {
            string why = NothingHeard.Reason(check, !settings.Arrangement.Selection.IsEverything, reason);
            throw new GrooveGuruException($"{NothingFound}: {why}{(heard.Remark is null ? "" : $" {heard.Remark}")}");
        }

        int channel = check.LoudestChannel;
        var result = Hear(input with { Open = () => new ChannelSource(input.Open(), channel) }, progress, cancellation);
        string remark = $"The channels are inverted against each other and cancel in mono, so channel {channel + 1} alone was listened to.";
        return result with { Heard = result.Heard with { Remark = result.Heard.Remark is { } other ? $"{remark} {other}" : remark } };
    }

    // Tempo and key are heard beside the notes; where there are no notes nobody needs them.
    private (NoteTranscription Heard, TrackAnalysis? Analysis) HearAndAnalyse(
        WorkInput input, SelectedAudio audio, IProgress<double> progress, CancellationToken cancellation)
    {
        NoteTranscription? heard = null;
        TrackAnalysis? analysis = null;
        JointProgress both = new(progress, NotesShare, 1 - NotesShare);
        using SpareWork analysing = new();
        SideBySide.Run(
            cancellation,
            ending =>
            {
                heard = NoteWriter.Transcribe(audio.OpenWithSurroundings, settings.Mode, both.Of(0), ending);
                if (heard.NothingFoundReason is not null)
                {
                    analysing.End();
                }
            },
            ending => analysing.Run(
                needed =>
                {
                    using IAudioSource again = input.Open();
                    analysis = TrackAnalyzer.Analyze(again, both.Of(1), needed);
                },
                ending));
        return (heard!, analysis);
    }

    private static string FileName(MidiTrack track, IReadOnlyList<TranscribedPart> parts) =>
        track.Notes[0].Channel == MidiTrack.DrumChannel ? DrumsFile
        : parts.Any(part => part.Mode == TranscriptionMode.Mono) ? MelodyFile
        : NotesFile;
}
