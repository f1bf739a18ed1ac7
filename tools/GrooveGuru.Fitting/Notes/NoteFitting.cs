using System.Globalization;
using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Core.Transcription.Polyphony;

namespace GrooveGuru.Fitting.Notes;

/// <summary>Fits <see cref="NoteModel"/>.</summary>
internal static class NoteFitting
{
    private const int Folds = 3;
    private const int Networks = 2;
    private const int EasyNegativesOfOne = 3;
    private const float NearWeight = 0.3f;
    private static readonly float[] Leasts = [0.2f, 0.25f, 0.3f, 0.35f, 0.4f, 0.45f, 0.5f, 0.55f];

    /// <summary>Fits on truth files, and tries the model on others.</summary>
    /// <param name="options">The files; the weights go to its file.</param>
    public static void Run(FittingOptions options)
    {
        NotePiece[] pieces = Read(options.TruthFiles);
        Report($"{pieces.Length} pieces, {pieces.Sum(piece => piece.Candidates.Length)} candidates, {pieces.Sum(piece => piece.IsNote.Count(note => note))} notes");
        float[][] unseen = FirstRoundUnseen(pieces);
        Half[][][] rows = [.. pieces.Select((piece, index) => WithContext(piece, unseen[index]))];
        var judged = Judged(pieces, rows, out float least);
        Print("parts of three", pieces, judged, least);
        NoteNetwork[] first = Fit([.. pieces.SelectMany(piece => Rows(piece, piece.Signs))]);
        NoteNetwork[] second = Fit([.. pieces.SelectMany((piece, index) => Rows(piece, rows[index]))]);
        NoteModel model = new(first, second, least);
        if (options.OutFile is { } path)
        {
            using FileStream file = File.Create(path);
            model.Write(file);
        }

        NotePiece[] held = Read(options.HeldFiles);
        Print("held", held, [.. held.Select(piece => Judge(second, WithContext(piece, FirstChances(first, piece))))], least);
    }

    private static NotePiece[] Read(IReadOnlyList<string> truthFiles) =>
    [
        .. truthFiles.SelectMany(path => TruthFile.Read(path)
                .Where(truth => truth.Notes.Count > 0)
                .Select(truth => (Truth: truth, Audio: Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, truth.File))))
            .ToList().AsParallel().AsOrdered().Select(piece => new NotePiece(piece.Truth, HeardFile.Of(piece.Audio))),
    ];

    // What the first round says of a piece that it did not learn from.
    private static float[][] FirstRoundUnseen(NotePiece[] pieces)
    {
        float[][] chances = new float[pieces.Length][];
        Parallel.For(0, Folds, fold =>
        {
            NoteNetwork[] networks = [NoteNetworkFit.Fit([.. pieces.Where((_, index) => index % Folds != fold).SelectMany(piece => Rows(piece, piece.Signs))], fold + 1)];
            for (int index = fold; index < pieces.Length; index += Folds)
            {
                chances[index] = FirstChances(networks, pieces[index]);
            }
        });
        return chances;
    }

    private static (float Chance, float ShiftSeconds)[][] Judged(NotePiece[] pieces, Half[][][] rows, out float least)
    {
        var judged = new (float Chance, float ShiftSeconds)[pieces.Length][];
        Parallel.For(0, Folds, fold =>
        {
            NoteNetwork[] networks = [NoteNetworkFit.Fit([.. pieces.SelectMany((piece, index) => index % Folds != fold ? Rows(piece, rows[index]) : [])], fold + 1)];
            for (int index = fold; index < pieces.Length; index += Folds)
            {
                judged[index] = Judge(networks, rows[index]);
            }
        });
        least = Leasts.MaxBy(chance => pieces.GroupBy(piece => piece.Truth.Group)
            .Average(group => group.Average(piece => piece.Score(judged[Array.IndexOf(pieces, piece)], chance).F1)));
        return judged;
    }

    private static NoteNetwork[] Fit(NoteRow[] rows)
    {
        var networks = new NoteNetwork[Networks];
        Parallel.For(0, Networks, index => networks[index] = NoteNetworkFit.Fit(rows, index + 1));
        return networks;
    }

    // Most candidates are no notes; of those all but some are left out.
    private static IEnumerable<NoteRow> Rows(NotePiece piece, Half[][] signs)
    {
        for (int index = 0; index < signs.Length; index++)
        {
            bool counts = piece.IsNote[index] || piece.IsNear[index];
            if (counts || index % EasyNegativesOfOne == 0)
            {
                yield return new NoteRow(
                    signs[index], piece.IsNote[index], piece.ShiftSeconds[index], piece.IsNote[index] ? 1 : piece.IsNear[index] ? NearWeight : EasyNegativesOfOne);
            }
        }
    }

    private static float[] FirstChances(NoteNetwork[] networks, NotePiece piece) => [.. Judge(networks, piece.Signs).Select(answer => answer.Chance)];

    private static (float Chance, float ShiftSeconds)[] Judge(NoteNetwork[] networks, Half[][] rows)
    {
        var judged = new (float Chance, float ShiftSeconds)[rows.Length];
        for (int index = 0; index < rows.Length; index++)
        {
            judged[index] = NoteModel.Answer(networks, Array.ConvertAll(rows[index], value => (float)value));
        }

        return judged;
    }

    private static Half[][] WithContext(NotePiece piece, float[] chances)
    {
        ContextSigns context = new(piece.Candidates, chances, piece.FrameCount);
        float[] own = new float[ContextSigns.Count];
        return [.. piece.Signs.Select((signs, index) =>
        {
            context.Measure(index, own);
            return (Half[])[.. signs, .. own.Select(value => (Half)value)];
        })];
    }

    private static void Print(string name, NotePiece[] pieces, (float Chance, float ShiftSeconds)[][] judged, float least)
    {
        foreach (var group in pieces.Select((piece, index) => (Piece: piece, Judged: judged[index])).GroupBy(pair => pair.Piece.Truth.Group))
        {
            string scores = string.Join(", ", Leasts.Select(chance =>
                string.Create(CultureInfo.InvariantCulture, $"{chance:0.00}: {group.Average(pair => pair.Piece.Score(pair.Judged, chance).F1):0.000}")));
            Report(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}, {group.Key} ({group.Count()}): F1 {group.Average(pair => pair.Piece.Score(pair.Judged, least).F1):0.000} at {least:0.00} ({scores})"));
        }
    }

    private static void Report(string line) => Console.Error.WriteLine(line);
}
