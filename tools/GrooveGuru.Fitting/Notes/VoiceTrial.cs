using System.Globalization;
using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Transcription.Evaluation;
using GrooveGuru.Core.Transcription.Voice;
using GrooveGuru.Fitting.Sounds;

namespace GrooveGuru.Fitting.Notes;

/// <summary>Tries settings of <see cref="VoiceSettings"/> near the ones that Core has.</summary>
internal static class VoiceTrial
{
    private const int Trials = 160;
    private const double Reach = 0.35;

    /// <summary>Tries settings drawn at random on truth files, and says how the best ones do on others.</summary>
    /// <param name="options">The files.</param>
    public static void Run(FittingOptions options)
    {
        VoicePiece[] pieces = Read(options.TruthFiles), held = Read(options.HeldFiles);
        VoiceSettings best = new();
        Print("as they are", pieces, best);
        Print("held, as they are", held, best);
        double most = Score(pieces, best);
        var random = new Random(1);
        for (int trial = 0; trial < Trials; trial++)
        {
            VoiceSettings tried = Near(best, random);
            double score = Score(pieces, tried);
            if (score > most)
            {
                (best, most) = (tried, score);
                Report(string.Create(CultureInfo.InvariantCulture, $"{trial}: {most:0.0000} {best}"));
            }
        }

        Print("the best ones", pieces, best);
        Print("held, the best ones", held, best);
    }

    private static VoicePiece[] Read(IReadOnlyList<string> truthFiles) =>
    [
        .. truthFiles.SelectMany(path => TruthFile.Read(path)
                .Where(truth => truth.Notes.Count > 0)
                .Select(truth => (Truth: truth, Audio: Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, truth.File))))
            .ToList().AsParallel().AsOrdered().Select(piece =>
            {
                using IAudioSource source = AudioFile.Open(piece.Audio);
                return new VoicePiece(piece.Truth, VoiceFollower.Follow(source));
            }),
    ];

    private static VoiceSettings Near(VoiceSettings settings, Random random)
    {
        double Move(double value) => random.Next(3) > 0 ? value : value * Math.Exp(Reach * random.Normal());
        return settings with
        {
            NoteCost = Move(settings.NoteCost),
            RiseWorth = Move(settings.RiseWorth),
            DipWorth = Move(settings.DipWorth),
            MostWorth = Math.Min(0.98, Move(settings.MostWorth)),
            HeldSemitones = Move(settings.HeldSemitones),
            AttackSemitones = Move(settings.AttackSemitones),
            AttackCost = Move(settings.AttackCost),
            MostStrayCost = Move(settings.MostStrayCost),
            UnvoicedCost = Move(settings.UnvoicedCost),
            GapSeconds = Move(settings.GapSeconds),
            ShortestSeconds = Move(settings.ShortestSeconds),
            OnsetShiftSeconds = random.Next(3) > 0 ? settings.OnsetShiftSeconds : settings.OnsetShiftSeconds + (0.006 * random.Normal()),
        };
    }

    private static double Score(VoicePiece[] pieces, VoiceSettings settings) => pieces
        .AsParallel().Select(piece => (piece.Truth.Group, Score: Score(piece, settings)))
        .GroupBy(pair => pair.Group).Average(group => group.Average(pair => pair.Score));

    private static double Score(VoicePiece piece, VoiceSettings settings) => NoteScore.Compare(
        [.. piece.Truth.Notes.Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, note.Pitch))],
        [.. VoiceTranscriber.Notes(piece.Track, settings).Select(note => new ScoredNote(note.OnsetSeconds, note.OffsetSeconds, note.MidiPitch))]).F1;

    private static void Print(string name, VoicePiece[] pieces, VoiceSettings settings)
    {
        foreach (IGrouping<string, VoicePiece> group in pieces.GroupBy(piece => piece.Truth.Group))
        {
            Report(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}, {group.Key} ({group.Count()}): F1 {group.Average(piece => Score(piece, settings)):0.000}; clear {group.Min(piece => VoiceTranscriber.ShareOfClear(piece.Track)):0.00} to {group.Max(piece => VoiceTranscriber.ShareOfClear(piece.Track)):0.00}"));
        }
    }

    private static void Report(string line) => Console.Error.WriteLine(line);

    private sealed record VoicePiece(TruthPiece Truth, VoiceTrack Track);
}
