using System.Globalization;
using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Errors;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Midi;
using GrooveGuru.Core.Progress;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Bridge.Jobs;

/// <summary>
/// The leading voice as a Standard MIDI File. Tempo, meter and bar 1 are the project's where the audio came from a DAW, so that
/// the file dropped at the project's start lines up; for a file they come from the analysis.
/// </summary>
internal sealed class MidiWork : IJobWork
{
    /// <summary>How the message begins where there is no melody.</summary>
    public const string NothingFound = "No notes found";

    private const double LongestSeconds = 30 * 60;

    /// <inheritdoc/>
    public string Phase => "Transcribing";

    /// <inheritdoc/>
    public string Method(WorkInput input) => input.Project is { } project
        ? string.Create(
            CultureInfo.InvariantCulture, $"midi-melody-1_{project.StartSeconds:R}s_{project.TempoBpm:R}bpm_{project.MeterNumerator}")
        : "midi-melody-1";

    /// <inheritdoc/>
    public void Run(WorkInput input, string folder, IProgress<double> progress, CancellationToken cancellation)
    {
        AudioBuffer audio = ReadAll(input, cancellation);
        MelodyTranscription melody = MelodyTranscriber.Transcribe(
            audio, MelodyTranscriptionOptions.Melody, new PartProgress(progress, 0, 0.8), cancellation);
        if (melody.NothingFoundReason is { } reason)
        {
            throw new GrooveGuruException($"{NothingFound}: {reason}");
        }

        using BufferAudioSource again = new(audio);
        TrackAnalysis analysis = TrackAnalyzer.Analyze(again, new PartProgress(progress, 0.8, 1), cancellation);
        (double tempoBpm, double barOneSeconds, int meterNumerator) = input.Project is { } project
            ? (project.TempoBpm, -project.StartSeconds, project.MeterNumerator)
            : (analysis.Features.Number(FeatureIds.Tempo) ?? 0, FirstBeat(analysis), 4);
        MidiSong song = NotesToMidi.Build(
            [("Melody", null, melody.Notes)], tempoBpm, barOneSeconds, meterNumerator, analysis.Features.Find(FeatureIds.Key) is { IsMeasured: true } key ? key.Text : null);
        MidiFileWriter.Write(song, Path.Combine(folder, "melody.mid"));
    }

    private static double FirstBeat(TrackAnalysis analysis) =>
        analysis.Extended.BeatsSeconds.Count > 0 ? analysis.Extended.BeatsSeconds[0] : 0;

    private static AudioBuffer ReadAll(WorkInput input, CancellationToken cancellation)
    {
        using IAudioSource source = input.Open();
        if (source.FrameCount is { } frames && frames > LongestSeconds * source.SampleRateHz)
        {
            throw new GrooveGuruException(
                $"The audio is {(double)frames / source.SampleRateHz / 60:0} minutes long; MIDI is written of up to "
                + $"{LongestSeconds / 60:0} minutes. Cut it into parts.");
        }

        using ExcerptSource excerpt = new(source, (int)LongestSeconds);
        float[][] block = Enumerable.Range(0, source.ChannelCount).Select(_ => new float[65536]).ToArray();
        while (excerpt.Read(block, 0, block[0].Length) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
        }

        return excerpt.Take();
    }
}
