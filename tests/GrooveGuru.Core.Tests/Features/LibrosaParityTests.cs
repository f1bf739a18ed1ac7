using System.Text.Json;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Tests.Features;

/// <summary>
/// Parity with librosa 0.10 on real recordings. Tolerance: 1 %, and where the value can lie near 0, an absolute one beside it.
/// Wider ones, with their reason: zero crossings 7 % (they count the sign of rumble and of the resampler's floor during quiet
/// passages); cepstral coefficients 0.06 dB (the highest mel band lies in the transition band of the resamplers).
/// </summary>
public class LibrosaParityTests
{
    [SharedFact]
    public void Analyze_RealRecordings_AgreesWithLibrosa()
    {
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllText(SharedData.Path("golden/librosa-features.json")));
        foreach (JsonElement piece in golden.RootElement.EnumerateArray())
        {
            string file = piece.GetProperty("file").GetString()!;
            TrackAnalysis analysis = TrackAnalyzer.Analyze(AudioFile.ReadAll(SharedData.Path("audio/real/" + file)));
            double Golden(params string[] path) => path.Aggregate(piece, (at, name) => at.GetProperty(name)).GetDouble();
            void Agrees(string id, double expected, double relative, double absolute) =>
                Assert.True(
                    Math.Abs(analysis.Features.Number(id)!.Value - expected) <= Math.Max(relative * Math.Abs(expected), absolute),
                    $"{file} {id}: {analysis.Features.Number(id)} for {expected}");

            double[] mfcc = piece.GetProperty("mfcc13").GetProperty("mean").EnumerateArray().Select(value => value.GetDouble()).ToArray();
            for (int number = 1; number <= mfcc.Length; number++)
            {
                Agrees(FeatureCatalog.MfccId(number), mfcc[number - 1], 0.001, 0.06);
            }

            Agrees(FeatureIds.SpectralCentroid, Golden("centroid_hz", "mean"), 0.01, 0);
            Agrees(FeatureIds.SpectralRolloff, Golden("rolloff85_hz", "mean"), 0.01, 0);
            Agrees(FeatureIds.ZeroCrossingRate, Golden("zcr", "mean"), 0.07, 0);
            Agrees(FeatureIds.Rms, Golden("rms_dbfs_mono_native"), 0, 0.01);
            Agrees(FeatureIds.CrestFactor, Golden("crest_db_mono_native"), 0, 0.01);
            Agrees(FeatureIds.DynamicRange, Golden("dynamic_range_p95_p10_db"), 0.01, 0.05);
            Agrees(FeatureIds.HarmonicRatio, Golden("hpss", "harmonic_ratio"), 0.001, 0);
            Agrees(FeatureIds.PercussiveRatio, Golden("hpss", "percussive_ratio"), 0.001, 0);
            Agrees(FeatureIds.ChannelCorrelation, Golden("lr_correlation"), 0.001, 0);
            Assert.Equal(Golden("lufs_pyloudnorm"), analysis.Extended.Loudness.IntegratedLufs!.Value, 0.1);
            Assert.Equal(Golden("ffmpeg_ebur128", "true_peak"), analysis.Extended.Loudness.TruePeakDbtp!.Value, 0.15);
        }
    }
}
