using System.Numerics.Tensors;

namespace GrooveGuru.Core.Tonality;

/// <summary>How much of a stretch each chord takes, as shares of the frames whose chord is clear; each from C [12].</summary>
internal sealed class ChordShares
{
    private const float UnclearShare = 0.8f;

    /// <summary>Major triads, with or without a seventh.</summary>
    public double[] Major { get; } = new double[12];

    /// <summary>Minor triads.</summary>
    public double[] Minor { get; } = new double[12];

    /// <summary>Seventh chords alone.</summary>
    public double[] Seventh { get; } = new double[12];

    /// <summary>Counts the chords of some frames.</summary>
    /// <param name="chords">The chords of all frames.</param>
    /// <param name="frames">The frames that count.</param>
    /// <returns>All 0 where there is no frame or none is clear.</returns>
    public static ChordShares Of(ChordTrack chords, IEnumerable<int> frames)
    {
        var shares = new ChordShares();
        int count = 0;
        foreach (int frame in frames)
        {
            ReadOnlySpan<float> likelihoods = chords.Likelihoods(frame);
            if (likelihoods[ChordModel.NoChord] > UnclearShare)
            {
                continue;
            }

            count++;
            for (int root = 0; root < 12; root++)
            {
                shares.Major[root] += likelihoods[root] + likelihoods[24 + root];
                shares.Minor[root] += likelihoods[12 + root];
                shares.Seventh[root] += likelihoods[24 + root];
            }
        }

        foreach (double[] share in new[] { shares.Major, shares.Minor, shares.Seventh })
        {
            TensorPrimitives.Divide(share, Math.Max(1, count), share);
        }

        return shares;
    }
}
