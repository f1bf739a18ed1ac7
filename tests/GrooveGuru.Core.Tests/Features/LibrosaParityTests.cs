using System.Text.Json;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Features;
using Xunit.Abstractions;

namespace GrooveGuru.Core.Tests.Features;

/// <summary>Parity with librosa 0.10 on real recordings; tolerances and their reasons in <see cref="LibrosaTolerances"/>.</summary>
public class LibrosaParityTests(ITestOutputHelper output)
{
    [SharedFact]
    public void Analyze_RealRecordingsAs16BitSamples_AgreesWithLibrosa() => Compare(To16Bits, LibrosaTolerances.Of16BitSamples);

    [SharedFact]
    public void Analyze_RealRecordingsAsDecoded_AgreesWithLibrosa() => Compare(audio => audio, LibrosaTolerances.OfDecodedSamples);

    private static AudioBuffer To16Bits(AudioBuffer audio) => new(
        audio.Channels.Select(channel => channel.Select(sample => MathF.Round(Math.Clamp(sample * 32768, -32768, 32767)) / 32768).ToArray()).ToArray(),
        audio.SampleRateHz);

    private static IEnumerable<(string Id, double Expected)> Golden(JsonElement piece)
    {
        double At(params string[] path) => path.Aggregate(piece, (at, name) => at.GetProperty(name)).GetDouble();
        double[] Means(string name) => piece.GetProperty(name).GetProperty("mean").EnumerateArray().Select(value => value.GetDouble()).ToArray();
        double[] mfcc = Means("mfcc13"), contrast = Means("contrast7");
        for (int number = 1; number <= mfcc.Length; number++)
        {
            yield return (FeatureCatalog.MfccId(number), mfcc[number - 1]);
        }

        yield return (FeatureIds.MfccBass, mfcc[..4].Average());
        yield return (FeatureIds.MfccMid, mfcc[4..8].Average());
        yield return (FeatureIds.MfccTreble, mfcc[8..].Average());
        yield return (FeatureIds.SpectralCentroid, At("centroid_hz", "mean"));
        yield return (FeatureIds.SpectralRolloff, At("rolloff85_hz", "mean"));
        yield return (FeatureIds.SpectralContrast, contrast.Average());
        for (int band = 0; band < contrast.Length; band++)
        {
            yield return ($"{FeatureIds.SpectralContrast} {band}", contrast[band]);
        }

        yield return (FeatureIds.ZeroCrossingRate, At("zcr", "mean"));
        yield return (FeatureIds.Rms, At("rms_dbfs_mono_native"));
        yield return (FeatureIds.CrestFactor, At("crest_db_mono_native"));
        yield return (FeatureIds.DynamicRange, At("dynamic_range_p95_p10_db"));
        yield return (FeatureIds.HarmonicRatio, At("hpss", "harmonic_ratio"));
        yield return (FeatureIds.PercussiveRatio, At("hpss", "percussive_ratio"));
        yield return (FeatureIds.ChannelCorrelation, At("lr_correlation"));
        double sideOverMid = At("side_over_mid_energy");
        yield return (FeatureIds.StereoWidth, sideOverMid / (1 + sideOverMid));
        yield return ("lufs", At("lufs_pyloudnorm"));
        yield return ("true_peak", At("ffmpeg_ebur128", "true_peak"));
    }

    private static double Measured(TrackAnalysis analysis, string id)
    {
        string[] parts = id.Split(' ');
        return id switch
        {
            "lufs" => analysis.Extended.Loudness.IntegratedLufs!.Value,
            "true_peak" => analysis.Extended.Loudness.TruePeakDbtp!.Value,
            _ when parts.Length == 2 => analysis.Features.Find(parts[0])!.Detail[parts[1][0] - '0'],
            _ => analysis.Features.Number(id)!.Value,
        };
    }

    private void Compare(Func<AudioBuffer, AudioBuffer> prepare, Func<string, string, double> tolerance)
    {
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllText(SharedData.Path("golden/librosa-features.json")));
        var misses = new List<string>();
        foreach (JsonElement piece in golden.RootElement.EnumerateArray())
        {
            string file = piece.GetProperty("file").GetString()!;
            TrackAnalysis analysis = TrackAnalyzer.Analyze(prepare(AudioFile.ReadAll(SharedData.Path("audio/real/" + file))));
            foreach ((string id, double expected) in Golden(piece))
            {
                double measured = Measured(analysis, id);
                string line = FormattableString.Invariant($"{file} {id}: {measured:G6} for {expected:G6}, {100 * ((measured / expected) - 1):F3} %");
                output.WriteLine(line);
                if (Math.Abs(measured - expected) > Math.Max(tolerance(file, id) * Math.Abs(expected), LibrosaTolerances.Absolute(id)))
                {
                    misses.Add(line);
                }
            }
        }

        Assert.Empty(misses);
    }
}
