using System.Globalization;
using GrooveGuru.Bridge.Inference;
using GrooveGuru.Bridge.Playing;
using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Midi;
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
    public const string Hearing = "Hearing notes", Reading = "Reading tempo and key", Writing = "Writing", Rendering = "Rendering the preview";

    private const double HearingShare = 0.8, ReadingShare = 0.19, WritingShare = 0.01, RenderingShare = 0.3;

    /// <summary>Where the notes of the last run lie in its recording; null before the first.</summary>
    public NotesPlace? Place { get; private set; }

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
            $"midi-{settings.Mode.ToString().ToLowerInvariant()}-3", settings.Key(), settings.Mode == TranscriptionMode.Drums ? "" : BasicPitchModel.Fingerprint, role, project,
            _player?.Identity ?? "",
        ];
        return string.Join('_', parts.Where(part => part.Length > 0));
    }

    /// <inheritdoc/>
    public void Run(WorkInput input, string folder, IProgress<WorkStep> progress, CancellationToken cancellation)
    {
        WorkPhases phases = new(
            progress, (Hearing, HearingShare), (Reading, ReadingShare), (Writing, WritingShare), (Rendering, _player is null ? 0 : RenderingShare));
        SelectedAudio audio = SelectedAudio.Of(input.Open, settings.Arrangement.Selection);
        NoteTranscription heard = NoteWriter.Transcribe(audio.OpenWithSurroundings, settings.Mode, phases.Begin(Hearing), cancellation);
        if (heard.NothingFoundReason is { } reason)
        {
            throw new GrooveGuruException($"{NothingFound}: {reason}");
        }

        TrackAnalysis analysis = Analyse(input, phases.Begin(Reading), cancellation);
        phases.Begin(Writing);
        TempoMap tempo = TempoOf(analysis, input.Project);
        TrackRole role = settings.Role ?? input.Role ?? RoleEstimator.Estimate(analysis, input.Name).Role;
        string? key = analysis.Features.Find(FeatureIds.Key) is { IsMeasured: true } found ? found.Text : null;
        ArrangedSong arranged = Arranger.Arrange(audio.InRecording(heard.Parts), tempo, key, role, settings.Arrangement, ToldTempo(input.Project) is not null);
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

        List<string> remarks = [.. arranged.Remarks];
        if (!tempo.IsKnown)
        {
            remarks.Insert(0, "No steady pulse was heard: the file says 120 BPM, and the notes keep their times.");
        }

        if (FewNotes.Remark(count, audio.Seconds) is { } few)
        {
            remarks.Insert(0, few);
        }

        if (_player is not null)
        {
            string? remark = new MidiPreview(_player).Write(arranged, audio, folder, phases.Begin(Rendering), cancellation);
            remarks.AddRange(remark is null ? [] : [remark]);
        }

        Place = new NotesPlace(arranged.StartSeconds - audio.StartSeconds, audio.Seconds, tempo.IsKnown);
        WorkNotice.Leave(folder, remarks);
    }

    private static TrackAnalysis Analyse(WorkInput input, IProgress<double> progress, CancellationToken cancellation)
    {
        using IAudioSource again = input.Open();
        return TrackAnalyzer.Analyze(again, progress, cancellation);
    }

    private TempoMap TempoOf(TrackAnalysis analysis, ProjectTime? project)
    {
        ExtendedMeasures measures = analysis.Extended;
        int beatsPerBar = Math.Clamp(measures.Meter?.BeatsPerBar ?? 4, 1, 255);
        return ToldTempo(project) is { } inProject
            ? TempoMap.Steady(inProject, -project!.StartSeconds, new Meter(project.MeterNumerator, project.MeterDenominator))
            : settings.TempoBpm is { } told
                ? BeatTempo.Told(told, measures.BeatsSeconds, measures.DownbeatsSeconds, beatsPerBar)
                : analysis.Features.Number(FeatureIds.Tempo) is > 0
                    ? BeatTempo.Of(measures.BeatsSeconds, measures.DownbeatsSeconds, beatsPerBar)
                    : TempoMap.Unknown;
    }

    // The tempo on the timeline of a project; null where there is no project, or none of a tempo that music has.
    private double? ToldTempo(ProjectTime? project) => project is null ? null
        : settings.TempoBpm ?? (project.TempoBpm is >= MidiRequest.MinTempoBpm and <= MidiRequest.MaxTempoBpm ? project.TempoBpm : null);

    private static string FileName(MidiTrack track, IReadOnlyList<TranscribedPart> parts) =>
        track.Notes[0].Channel == MidiTrack.DrumChannel ? DrumsFile
        : parts.Any(part => part.Mode == TranscriptionMode.Mono) ? MelodyFile
        : NotesFile;
}
