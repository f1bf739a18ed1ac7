using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Core.Transcription.Drums;

namespace GrooveGuru.Fitting.Drums;

/// <summary>The verb "drums": fits <see cref="DrumModel"/> and tries it on pieces not learnt.</summary>
internal static class DrumFitting
{
    private const int Epochs = 8;

    /// <summary>Fits, tries, and writes the weights where a file is named; given a file of weights (.bin) instead of pieces it only tries those.</summary>
    public static void Run(FittingOptions options)
    {
        if (options.TruthFiles is [var model] && model.EndsWith(".bin", StringComparison.Ordinal))
        {
            Try("Held:", File.ReadAllBytes(model), DrumPieces.Find(options.HeldFiles));
            return;
        }

        IReadOnlyList<DrumPiece> pieces = DrumPieces.Read(options.TruthFiles);
        Console.Error.WriteLine($"{pieces.Count} pieces, {pieces.Sum(piece => piece.Truth.Strokes.Count)} strokes");
        (float[] mean, float[] perDeviation) = Scale(pieces);
        DrumNetwork network = new(mean, perDeviation);
        network.Fit(pieces, Epochs, seed: 1);
        using MemoryStream weights = new();
        network.Model().Write(weights);
        if (options.OutFile is { } file)
        {
            File.WriteAllBytes(file, weights.ToArray());
        }

        Try("Learnt from, every sixth piece:", weights.ToArray(), [.. DrumPieces.Find(options.TruthFiles).Where((_, at) => at % 6 == 0)]);
        Try("Held:", weights.ToArray(), DrumPieces.Find(options.HeldFiles));
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
