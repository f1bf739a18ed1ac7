using System.Globalization;
using GrooveGuru.Bridge.Inference;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Midi;
using GrooveGuru.Core.Progress;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>
/// The notes of a recording as a Standard MIDI File. Tempo, meter and bar 1 are the project's where the audio came from a DAW, so that
/// the file dropped at the project's start lines up; for a file they come from the analysis.
/// </summary>
/// <param name="mode">How notes are looked for.</param>
internal sealed class MidiWork(TranscriptionMode mode) : IJobWork
{
    /// <summary>How the message begins where there are no notes.</summary>
    public const string NothingFound = "No notes found";

    /// <summary>The file of one voice.</summary>
    public const string MelodyFile = "melody.mid";

    /// <summary>The file of several notes at once.</summary>
    public const string NotesFile = "notes.mid";

    private const double TranscribingShare = 0.8;

    /// <inheritdoc/>
    public string Phase => "Transcribing";

    /// <inheritdoc/>
    public string Method(WorkInput input)
    {
        string how = $"midi-{mode.ToString().ToLowerInvariant()}-2_{BasicPitchModel.Fingerprint}";
        return input.Project is { } project
            ? string.Create(CultureInfo.InvariantCulture, $"{how}_{project.StartSeconds:R}s_{project.TempoBpm:R}bpm_{project.MeterNumerator}")
            : how;
    }

    /// <inheritdoc/>
    public void Run(WorkInput input, string folder, IProgress<double> progress, CancellationToken cancellation)
    {
        NoteTranscription heard = NoteWriter.Transcribe(input.Open, mode, new PartProgress(progress, 0, TranscribingShare), cancellation);
        if (heard.NothingFoundReason is { } reason)
        {
            throw new GrooveGuruException($"{NothingFound}: {reason}");
        }

        using IAudioSource again = input.Open();
        TrackAnalysis analysis = TrackAnalyzer.Analyze(again, new PartProgress(progress, TranscribingShare, 1), cancellation);
        (double tempoBpm, double barOneSeconds, int meterNumerator) = input.Project is { } project
            ? (project.TempoBpm, -project.StartSeconds, project.MeterNumerator)
            : (analysis.Features.Number(FeatureIds.Tempo) ?? 0, FirstBeat(analysis), 4);
        MidiSong song = NotesToMidi.Build(
            [.. heard.Parts.Select(part => (NameOf(part.Mode), (int?)null, part.Notes))],
            tempoBpm,
            barOneSeconds,
            meterNumerator,
            analysis.Features.Find(FeatureIds.Key) is { IsMeasured: true } key ? key.Text : null);
        MidiFileWriter.Write(song, Path.Combine(folder, heard.Parts is [{ Mode: TranscriptionMode.Mono }] ? MelodyFile : NotesFile));
    }

    private static string NameOf(TranscriptionMode mode) => mode == TranscriptionMode.Mono ? "Melody" : "Notes";

    private static double FirstBeat(TrackAnalysis analysis) =>
        analysis.Extended.BeatsSeconds.Count > 0 ? analysis.Extended.BeatsSeconds[0] : 0;
}
