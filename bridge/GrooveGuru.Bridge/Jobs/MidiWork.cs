using System.Globalization;
using GrooveGuru.Bridge.Inference;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Midi;
using GrooveGuru.Core.Progress;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.Drums;

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

    /// <summary>The file of drums.</summary>
    public const string DrumsFile = "drums.mid";

    // One voice is followed over all of it at once, in memory.
    private const double LongestMelodySeconds = 30 * 60;
    private const double TranscribingShare = 0.8;

    /// <inheritdoc/>
    public string Phase => "Transcribing";

    private bool MayBePoly => mode is TranscriptionMode.Auto or TranscriptionMode.Poly;

    /// <inheritdoc/>
    public string Method(WorkInput input)
    {
        string how = MayBePoly ? $"midi-{mode.ToString().ToLowerInvariant()}-1_{BasicPitchModel.Fingerprint}" : mode == TranscriptionMode.Drums ? "midi-drums-1" : "midi-melody-1";
        return input.Project is { } project
            ? string.Create(CultureInfo.InvariantCulture, $"{how}_{project.StartSeconds:R}s_{project.TempoBpm:R}bpm_{project.MeterNumerator}")
            : how;
    }

    /// <inheritdoc/>
    public void Run(WorkInput input, string folder, IProgress<double> progress, CancellationToken cancellation)
    {
        NoteTranscription heard = Transcribe(input, new PartProgress(progress, 0, TranscribingShare), cancellation);
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
        MidiTrack[] tracks = [.. song.Tracks.Zip(heard.Parts, OnItsChannel)];
        MidiFileWriter.Write(song with { Tracks = tracks }, Path.Combine(folder, FileOf(heard.Parts)));
    }

    private NoteTranscription Transcribe(WorkInput input, PartProgress progress, CancellationToken cancellation)
    {
        if (mode == TranscriptionMode.Drums)
        {
            return DrumTranscriber.Transcribe(input.Open, progress, cancellation);
        }

        if (!MayBePoly)
        {
            RequireShort(input);
            return NoteTranscriber.TranscribeMelody(input.Open, progress, cancellation);
        }

        using SessionLease lease = SessionCache.Shared.Take(BasicPitchModel.Contract.Name, BasicPitchModel.Contract);
        using BasicPitchModel model = new(lease.Session);
        return NoteTranscriber.Transcribe(input.Open, model, IsLong(input) ? TranscriptionMode.Poly : mode, progress, cancellation);
    }

    private static string NameOf(TranscriptionMode mode) => mode switch
    {
        TranscriptionMode.Mono => "Melody",
        TranscriptionMode.Drums => "Drums",
        _ => "Notes",
    };

    private static string FileOf(IReadOnlyList<TranscribedPart> parts) => parts is not [var only] ? NotesFile : only.Mode switch
    {
        TranscriptionMode.Mono => MelodyFile,
        TranscriptionMode.Drums => DrumsFile,
        _ => NotesFile,
    };

    // General MIDI keeps the tenth channel for drums.
    private static MidiTrack OnItsChannel(MidiTrack track, TranscribedPart part) => part.Mode == TranscriptionMode.Drums
        ? track with { Notes = [.. track.Notes.Select(note => note with { Channel = 9 })] }
        : track;

    private static double FirstBeat(TrackAnalysis analysis) =>
        analysis.Extended.BeatsSeconds.Count > 0 ? analysis.Extended.BeatsSeconds[0] : 0;

    private static bool IsLong(WorkInput input) => Seconds(input) > LongestMelodySeconds;

    private static double Seconds(WorkInput input)
    {
        using IAudioSource source = input.Open();
        return (double)(source.FrameCount ?? 0) / source.SampleRateHz;
    }

    private static void RequireShort(WorkInput input)
    {
        if (Seconds(input) is > LongestMelodySeconds and var seconds)
        {
            throw new GrooveGuruException(string.Create(
                CultureInfo.InvariantCulture,
                $"The audio is {seconds / 60:0} minutes long; one voice is followed through up to {LongestMelodySeconds / 60:0} minutes. Cut it into parts, or write all notes down (--mode poly)."));
        }
    }
}
