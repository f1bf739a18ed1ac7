using GrooveGuru.Bridge.Evaluation;
using GrooveGuru.Core.Transcription.Drums;

namespace GrooveGuru.Fitting.Drums;

/// <summary>Reads the pieces that the drum model learns from.</summary>
internal static class DrumPieces
{
    private const int NearFrames = 3;
    private const double OtherShare = 0.1;
    private const float RiseBel = 0.35f;

    // 40 dB below a loud moment nothing is said to sound.
    private const float SoundingBel = -4;

    // A frame half a frame from the stroke is as right as one on it.
    private const double FullReach = 0.6;
    private const double Reach = 1.6;

    /// <summary>Pieces of truth files, each beside its audio.</summary>
    public static IReadOnlyList<(TruthPiece Truth, string Path)> Find(IReadOnlyList<string> truthFiles) =>
    [
        .. truthFiles.SelectMany(path => TruthFile.Read(path)
            .Select(truth => (truth, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, truth.File)))),
    ];

    /// <summary>Reads pieces.</summary>
    public static IReadOnlyList<DrumPiece> Read(IReadOnlyList<string> truthFiles) =>
        [.. Find(truthFiles).AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(piece => Read(piece.Truth, piece.Path))];

    private static DrumPiece Read(TruthPiece truth, string path)
    {
        List<float[]> bands = [.. Enumerable.Range(0, DrumFraming.FramesBefore).Select(_ => DrumContext.Silence())];
        bands.AddRange(DrumLevels.Read(path));
        int frames = bands.Count;
        bands.AddRange(Enumerable.Range(0, DrumFraming.FramesAfter).Select(_ => DrumContext.Silence()));
        float[][] targets = [.. bands.Select(_ => new float[DrumModel.AnswerCount])];
        for (int frame = 0; frame < targets.Length && truth.Notes.Count > 0; frame++)
        {
            targets[frame][DrumModel.KindCount] = bands[frame].Max() > SoundingBel ? 1 : 0;
        }

        bool[] near = new bool[bands.Count];
        foreach (TruthStroke stroke in truth.Strokes)
        {
            double at = (stroke.OnsetSeconds / DrumFraming.HopSeconds) + DrumFraming.FramesBefore;
            for (int frame = Math.Max(0, (int)at - NearFrames); frame <= Math.Min(frames - 1, (int)at + NearFrames + 1); frame++)
            {
                near[frame] = true;
                if (DrumKeys.KindOf(stroke.Key) is { } kind)
                {
                    float target = (float)Math.Clamp((Reach - Math.Abs(frame - at)) / (Reach - FullReach), 0, 1);
                    targets[frame][(int)kind] = Math.Max(targets[frame][(int)kind], target);
                }
            }
        }

        Random random = new(truth.Id.Sum(letter => letter));
        int[] chosen =
        [
            .. Enumerable.Range(DrumFraming.FramesBefore, frames - DrumFraming.FramesBefore)
                .Where(frame => near[frame] || Rises(bands, frame) || random.NextDouble() < OtherShare),
        ];
        return new DrumPiece(truth, path, [.. bands], targets, chosen);
    }

    private static bool Rises(List<float[]> bands, int frame)
    {
        double rise = 0;
        for (int band = 0; band < DrumFraming.Bands; band++)
        {
            rise += Math.Max(0, bands[frame + 1][band] - bands[frame - 2][band]);
        }

        return rise > RiseBel * DrumFraming.Bands;
    }
}
