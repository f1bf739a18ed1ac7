using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Core.Tests.Tonality;

public class KeyEstimatorTests
{
    [Fact]
    public void Estimate_EveryRotatedProfile_FindsItsOwnKey()
    {
        foreach (KeyProfile profile in KeyProfile.All)
        {
            for (int tonic = 0; tonic < 12; tonic++)
            {
                foreach (KeyMode mode in Enum.GetValues<KeyMode>())
                {
                    IReadOnlyList<double> weights = mode == KeyMode.Major ? profile.Major : profile.Minor;
                    double[] chroma = Enumerable.Range(0, 12).Select(pitch => weights[(pitch - tonic + 12) % 12]).ToArray();

                    IReadOnlyList<KeyCandidate> keys = KeyEstimator.Estimate(chroma, profile);

                    Assert.Equal(new MusicalKey(tonic, mode), keys[0].Key);
                    Assert.Equal(1, keys[0].Correlation, 1e-9);
                    Assert.Equal(1, keys.Sum(key => key.Confidence), 1e-9);
                }
            }
        }
    }

    [Fact]
    public void Estimate_FlatChroma_FindsNothing() => Assert.Empty(KeyEstimator.Estimate(Enumerable.Repeat(0.1, 12).ToArray()));

    [Fact]
    public void Estimate_WrongLength_Throws() => Assert.Throws<ArgumentException>(() => KeyEstimator.Estimate(new double[11]));
}
