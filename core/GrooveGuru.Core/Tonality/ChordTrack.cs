using System.Numerics.Tensors;
using GrooveGuru.Core.Dsp;

namespace GrooveGuru.Core.Tonality;

/// <summary>The chords of a piece, frame by frame: how likely each is, and the most likely course.</summary>
/// <remarks>Viterbi decoding in which any change of chord costs the same; A. Sheh, D. Ellis, 2003, ISMIR. Memory: 200 bytes a frame.</remarks>
internal sealed class ChordTrack
{
    /// <summary>What a change has to gain, in log likelihood: measured best on the development pieces from 3 to 8.</summary>
    private const float ChangeCost = 6;

    // Mean likelihood of a label over its segment, and how much of the time its triad was right on the development pieces: a chord
    // that holds on through doubtful frames is right more often than each of them alone.
    private static readonly PiecewiseLinear HitRates = new(
        [0, 0.17, 0.27, 0.36, 0.46, 0.55, 0.65, 0.85, 1], [0, 0.05, 0.33, 0.62, 0.78, 0.88, 0.92, 0.96, 0.98]);

    private readonly float[] _likelihoods;

    private ChordTrack(float[] likelihoods, int[] path)
    {
        _likelihoods = likelihoods;
        Path = path;
    }

    /// <summary>The class of <see cref="ChordModel"/> in each frame [frames].</summary>
    public IReadOnlyList<int> Path { get; }

    /// <summary>How likely each class is in a frame, heard alone [49], sum 1.</summary>
    public ReadOnlySpan<float> Likelihoods(int frame) => _likelihoods.AsSpan(frame * ChordModel.ClassCount, ChordModel.ClassCount);

    /// <summary>Mean likelihood of no chord in the sounding frames, 0–1; 1 where nothing sounds.</summary>
    public double MeanNoChord(ChromaExtractor chroma) => Enumerable.Range(0, chroma.FrameCount)
        .Where(chroma.IsSounding)
        .Select(frame => (double)Likelihoods(frame)[ChordModel.NoChord])
        .DefaultIfEmpty(1)
        .Average();

    /// <summary>Decodes the chords.</summary>
    /// <param name="chroma">The frames, finished.</param>
    public static ChordTrack Decode(ChromaExtractor chroma)
    {
        var likelihoods = new float[chroma.FrameCount * ChordModel.ClassCount];
        for (int frame = 0; frame < chroma.FrameCount; frame++)
        {
            Span<float> rates = likelihoods.AsSpan(frame * ChordModel.ClassCount, ChordModel.ClassCount);
            if (chroma.IsSounding(frame))
            {
                ChordModel.Rate(chroma.Frame(frame), chroma.Bass(frame), chroma.Level(frame), rates);
            }
            else
            {
                rates[ChordModel.NoChord] = 1;
            }
        }

        return new ChordTrack(likelihoods, BestPath(likelihoods, chroma.FrameCount));
    }

    /// <summary>The course as segments, without gaps.</summary>
    /// <param name="hopSeconds">Seconds from frame to frame; frame 0 is centred on 0.</param>
    /// <param name="endSeconds">End of the audio, s.</param>
    public IReadOnlyList<ChordSegment> ToSegments(double hopSeconds, double endSeconds)
    {
        var segments = new List<ChordSegment>();
        for (int first = 0, next; first < Path.Count; first = next)
        {
            double likelihood = 0;
            for (next = first; next < Path.Count && Path[next] == Path[first]; next++)
            {
                likelihood += Likelihoods(next)[Path[first]];
            }

            double start = Math.Max(0, (first - 0.5) * hopSeconds);
            double end = next == Path.Count ? endSeconds : Math.Min(endSeconds, (next - 0.5) * hopSeconds);
            if (end > start)
            {
                segments.Add(new ChordSegment(start, end, ChordModel.Label(Path[first]).ToString(), HitRates.At(likelihood / (next - first))));
            }
        }

        return segments;
    }

    private static int[] BestPath(float[] likelihoods, int frameCount)
    {
        const int Classes = ChordModel.ClassCount;
        var from = new byte[frameCount * Classes];
        float[] score = new float[Classes], rates = new float[Classes];
        for (int frame = 0; frame < frameCount; frame++)
        {
            TensorPrimitives.Add(likelihoods.AsSpan(frame * Classes, Classes), 1e-9f, rates);
            TensorPrimitives.Log(rates, rates);
            int best = TensorPrimitives.IndexOfMax(score);
            float change = frame == 0 ? score[best] : score[best] - ChangeCost;

            // What is left of the best is the same for all and would grow without end.
            float top = score[best];
            for (int chord = 0; chord < Classes; chord++)
            {
                bool stays = score[chord] >= change;
                from[(frame * Classes) + chord] = (byte)(stays ? chord : best);
                score[chord] = (stays ? score[chord] : change) - top + rates[chord];
            }
        }

        var path = new int[frameCount];
        int at = TensorPrimitives.IndexOfMax(score);
        for (int frame = frameCount - 1; frame >= 0; frame--)
        {
            path[frame] = at;
            at = from[(frame * Classes) + at];
        }

        return path;
    }
}
