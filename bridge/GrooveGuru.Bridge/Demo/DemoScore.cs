using System.Globalization;
using GrooveGuru.Bridge.Jobs;
using GrooveGuru.Contracts.V1;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.DemoSong;
using GrooveGuru.Core.Midi;
using GrooveGuru.Core.Separation.Evaluation;
using GrooveGuru.Core.Transcription.Evaluation;
using Spectre.Console;
using FeatureIds = GrooveGuru.Core.Features.FeatureIds;

namespace GrooveGuru.Bridge.Demo;

/// <summary>How right the demo was about the song that we composed ourselves, whose truth is known.</summary>
internal static class DemoScore
{
    /// <summary>Compares everything that came back with the truth and prints it.</summary>
    public static void Print(IAnsiConsole console, DemoSongRendering song, TrackReport report, IReadOnlyList<string> files)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumns("How right it was", "Truth", "Answer");
        FeatureValue? tempo = report.Features.FirstOrDefault(feature => feature.Id == FeatureIds.Tempo);
        table.AddRow("Tempo", Text($"{song.Truth.TempoBpm:0.0} BPM"), tempo is { HasValue: true } ? Text($"{tempo.Value:0.0} BPM") : "unsure");
        FeatureValue? key = report.Features.FirstOrDefault(feature => feature.Id == FeatureIds.Key);
        table.AddRow("Key", Markup.Escape(song.Truth.Key), key is { HasText: true } ? Markup.Escape(key.Text) : "unsure");
        AddNotes(table, "Melody", song, Made(files, MidiWork.MelodyFile), [DemoSongParts.Lead]);
        AddNotes(table, "Notes", song, Made(files, MidiWork.NotesFile), [DemoSongParts.Bass, DemoSongParts.Chords, DemoSongParts.Lead]);
        AddNotes(table, "Drums", song, Made(files, MidiWork.DrumsFile), [DemoSongParts.Drums]);
        AddStem(table, song, "percussive", Made(files, "percussive.wav"), [DemoSongParts.Drums]);
        AddStem(
            table, song, "harmonic", Made(files, "harmonic.wav"), [DemoSongParts.Bass, DemoSongParts.Chords, DemoSongParts.Lead]);
        foreach (PlantedFlaw flaw in song.Truth.PlantedFlaws)
        {
            bool found = report.Recommendations.Any(recommendation => recommendation.Id == flaw.RuleId);
            table.AddRow("Planted flaw", Markup.Escape($"{flaw.Description} ({flaw.RuleId})"), found ? "found" : "missed");
        }

        console.WriteLine();
        console.Write(table);
    }

    private static string? Made(IReadOnlyList<string> files, string name) => files.FirstOrDefault(file => Path.GetFileName(file) == name);

    private static void AddNotes(Table table, string what, DemoSongRendering song, string? path, string[] parts)
    {
        if (path is null)
        {
            return;
        }

        ScoredNote[] truth = [.. song.Truth.Notes
            .Where(note => parts.Contains(note.Part))
            .Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, note.MidiPitch))];
        MidiSong midi = MidiFileReader.Read(path);
        SongClock clock = new(midi);
        ScoredNote[] answer = [.. midi.Tracks.SelectMany(track => track.Notes).Select(note => new ScoredNote(
            clock.SecondsAt(note.StartTicks), clock.SecondsAt(note.StartTicks + note.LengthTicks), note.Pitch))];
        NoteScore score = NoteScore.Compare(truth, answer);
        table.AddRow(what, Text($"{truth.Length} notes"), Text($"{answer.Length} notes, F1 {score.F1:0.00} (onset within 50 ms, pitch)"));
    }

    private static void AddStem(Table table, DemoSongRendering song, string name, string? path, string[] parts)
    {
        if (path is null)
        {
            return;
        }

        float gain = (float)Math.Pow(10, song.FinalGainDb / 20);
        AudioBuffer truth = new(song.Mix.ChannelCount, song.Mix.FrameCount, song.Mix.SampleRateHz);
        for (int channel = 0; channel < truth.ChannelCount; channel++)
        {
            Span<float> sum = truth.Channel(channel);
            foreach (string part in parts)
            {
                System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(song.Stems[part].Channel(channel), gain, sum, sum);
            }
        }

        AudioBuffer stem = AudioFile.ReadAll(path);
        if (stem.FrameCount != truth.FrameCount || stem.ChannelCount != truth.ChannelCount)
        {
            // On a machine that is very busy the end of the song may be lost on its way from the plugin; the report says so.
            table.AddRow($"Stem \"{name}\"", string.Join(" + ", parts), Text($"not compared: it is {stem.DurationSeconds:0.0} s long, the song {truth.DurationSeconds:0.0} s"));
            return;
        }

        double before = SeparationScore.Compare(truth, song.Mix).SdrDb;
        double after = SeparationScore.Compare(truth, stem).SdrDb;
        table.AddRow($"Stem \"{name}\"", string.Join(" + ", parts), Text($"SDR {after:0.0} dB (the mix itself: {before:0.0} dB)"));
    }

    private static string Text(FormattableString text) => Markup.Escape(text.ToString(CultureInfo.InvariantCulture));
}
