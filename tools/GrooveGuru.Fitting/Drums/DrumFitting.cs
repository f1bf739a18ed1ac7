using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Core.Transcription.Drums;

namespace GrooveGuru.Fitting.Drums;

/// <summary>The verb "drums": fits <see cref="DrumModel"/> and tries it on pieces not learnt.</summary>
internal static class DrumFitting
{
    private const int Epochs = 8;
    private const int EpochsGoingOn = 4;

    /// <summary>Fits, tries, and writes the weights where a file is named; given a file of weights (.bin) before the pieces it goes on from those, and given it alone it only tries them.</summary>
    public static void Run(FittingOptions options)
    {
        if (options.TruthFiles is [var alone] && IsModel(alone))
        {
            Try("Held:", File.ReadAllBytes(alone), DrumPieces.Find(options.HeldFiles));
            return;
        }

        DrumModel? from = ModelOf(options.TruthFiles[0]);
        string[] truth = [.. options.TruthFiles.Skip(from is null ? 0 : 1)];
        IReadOnlyList<DrumPiece> pieces = DrumPieces.Read(truth);
        Console.Error.WriteLine($"{pieces.Count} pieces, {pieces.Sum(piece => piece.Truth.Strokes.Count)} strokes");
        (float[] mean, float[] perDeviation) = from is null ? Scale(pieces) : (from.Mean, from.PerDeviation);
        DrumNetwork network = new(mean, perDeviation);
        network.Fit(pieces, from is null ? Epochs : EpochsGoingOn, seed: 1, from);
        using MemoryStream weights = new();
        network.Model().Write(weights);
        if (options.OutFile is { } file)
        {
            File.WriteAllBytes(file, weights.ToArray());
        }

        Try("Learnt from, every sixth piece:", weights.ToArray(), [.. DrumPieces.Find(truth).Where((_, at) => at % 6 == 0)]);
        Try("Held:", weights.ToArray(), DrumPieces.Find(options.HeldFiles));
    }

    private static bool IsModel(string path) => path.EndsWith(".bin", StringComparison.Ordinal);

    private static DrumModel? ModelOf(string path)
    {
        if (!IsModel(path))
        {
            return null;
        }

        using FileStream stream = File.OpenRead(path);
        return DrumModel.Read(stream);
    }

    private static void Try(string title, byte[] weights, IReadOnlyList<(TruthPiece Truth, string Path)> pieces)
    {
        if (pieces.Count > 0)
        {
            DrumTrial.Run(title, () => DrumModel.Read(new MemoryStream(weights)), pieces);
        }
    }

    private static (float[] Mean, float[] PerDeviation) Scale(IReadOnlyList<DrumPiece> pieces)
    {
        double[] sum = new double[DrumFraming.Bands], squares = new double[DrumFraming.Bands];
        long count = 0;
        foreach (float[] bands in pieces.SelectMany(piece => piece.Chosen.Select(frame => piece.Bands[frame])))
        {
            count++;
            for (int band = 0; band < bands.Length; band++)
            {
                sum[band] += bands[band];
                squares[band] += bands[band] * bands[band];
            }
        }

        float[] mean = new float[DrumFraming.InputCount], perDeviation = new float[DrumFraming.InputCount];
        for (int input = 0; input < mean.Length; input++)
        {
            int longs = DrumFraming.LongOffsets.Length * DrumFraming.LongBands;
            int band = input < longs ? input % DrumFraming.LongBands : DrumFraming.LongBands + ((input - longs) % DrumFraming.ShortBands);
            double average = sum[band] / count;
            mean[input] = (float)average;
            perDeviation[input] = (float)(1 / Math.Sqrt((squares[band] / count) - (average * average) + 1e-6));
        }

        return (mean, perDeviation);
    }
}
