using GrooveGuru.Core.Features;
using GrooveGuru.Core.Loudness;

namespace GrooveGuru.Core.Advice.FollowUps;

/// <summary>
/// A song's outline in coarse steps: how loud it is over its own mean, and which notes sound. Mixing hardly changes it; another song has
/// another one.
/// </summary>
/// <param name="LevelDb">Level of each step over the mean of all, dB, at least <see cref="FloorDb"/>.</param>
/// <param name="Chroma">Weights of the pitch classes from C [steps × 12], sum 1 in a step that sounds, else 0.</param>
/// <param name="DurationSeconds">Length of the audio, s.</param>
public sealed record AudioSketch(IReadOnlyList<float> LevelDb, IReadOnlyList<float> Chroma, double DurationSeconds)
{
    /// <summary>From one step to the next, s.</summary>
    public const double HopSeconds = 0.5;

    /// <summary>The lowest level, dB: what is quieter is silence.</summary>
    public const float FloorDb = -30;

    /// <summary>Pitch classes.</summary>
    public const int PitchClasses = 12;

    // Eight minutes tell any song from any other.
    private const int MaxSteps = 960;

    /// <summary>The outline of analysed audio.</summary>
    /// <param name="analysis">An analysis with loudness and tonality; without them the outline is empty.</param>
    public static AudioSketch Of(TrackAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        TrackSeries series = analysis.Series;
        int perStep = (int)Math.Round(HopSeconds / LoudnessSeries.StepSeconds);
        int steps = Math.Min(MaxSteps, series.MomentaryLufs.Count / perStep);
        var level = new float[steps];
        var chroma = new float[steps * PitchClasses];
        for (int step = 0; step < steps; step++)
        {
            level[step] = series.MomentaryLufs.Skip(step * perStep).Take(perStep).Average();
            AddChroma(series, step * HopSeconds, chroma.AsSpan(step * PitchClasses, PitchClasses));
        }

        double mean = steps > 0 ? 10 * Math.Log10(level.Average(value => Math.Pow(10, value / 10))) : 0;
        return new AudioSketch(
            Array.ConvertAll(level, value => (float)Math.Max(FloorDb, value - mean)), chroma, analysis.DurationSeconds);
    }

    private static void AddChroma(TrackSeries series, double fromSeconds, Span<float> sum)
    {
        if (!(series.ChromaHopSeconds > 0))
        {
            return;
        }

        int frames = series.Chroma.Count / PitchClasses;
        int first = (int)(fromSeconds / series.ChromaHopSeconds);
        int end = Math.Min(frames, (int)((fromSeconds + HopSeconds) / series.ChromaHopSeconds));
        float all = 0;
        for (int frame = first; frame < end; frame++)
        {
            for (int pitch = 0; pitch < PitchClasses; pitch++)
            {
                float weight = series.Chroma[(frame * PitchClasses) + pitch];
                sum[pitch] += weight;
                all += weight;
            }
        }

        for (int pitch = 0; all > 0 && pitch < PitchClasses; pitch++)
        {
            sum[pitch] /= all;
        }
    }
}
