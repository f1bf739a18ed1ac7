using GrooveGuru.Core.Features;
using GrooveGuru.Core.Synthesis;

namespace GrooveGuru.Core.Tests.Tonality;

/// <summary>Sounds without a key are answered with a reason, not with a key.</summary>
public class NoKeyTests
{
    private const int Rate = 44_100;
    private const double Seconds = 12;

    [Theory]
    [InlineData("noise")]
    [InlineData("sine")]
    [InlineData("buzz")]
    [InlineData("sweep")]
    [InlineData("whale")]
    [InlineData("speech-like")]
    [InlineData("drums")]
    public void Analyze_NoMusicalKey_IsNotMeasurable(string kind)
    {
        TrackAnalysis analysis = TrackAnalyzer.Analyze(Signals.Mono(Make(kind), Rate), AnalysisScope.Tonality);

        Assert.False(analysis.Features.Find(FeatureIds.Key)!.IsMeasured, analysis.Features.Find(FeatureIds.Key)!.Text);
        Assert.False(analysis.Features.Find(FeatureIds.KeyConfidence)!.IsMeasured);
    }

    private static float[] Make(string kind) => kind switch
    {
        "noise" => Signals.Noise(0.3, Seconds, Rate, 5),
        "sine" => Signals.Sine(440, 0.3, Seconds, Rate),
        "buzz" => Glide(_ => 98, 20),
        "sweep" => Glide(time => 80 * Math.Pow(2, time / 2.5), 1),
        "whale" => Glide(time => 180 + (140 * Math.Sin(2 * Math.PI * 0.23 * time)) + (60 * Math.Sin(2 * Math.PI * 0.061 * time)), 4),

        // A voice's pitch falls through each phrase and wavers in each syllable.
        "speech-like" => Glide(time => 150 - (25 * (time % 2.3)) + (12 * Math.Sin(2 * Math.PI * 3.7 * time)), 25),
        "drums" => Drums(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static float[] Glide(Func<double, double> frequencyHz, int harmonics)
    {
        var samples = new float[(int)(Seconds * Rate)];
        double phase = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            phase += 2 * Math.PI * frequencyHz((double)i / Rate) / Rate;
            for (int harmonic = 1; harmonic <= harmonics; harmonic++)
            {
                samples[i] += (float)(0.2 / harmonic * Math.Sin(harmonic * phase));
            }
        }

        return samples;
    }

    private static float[] Drums()
    {
        var samples = new float[(int)(Seconds * Rate)];
        var drums = new DrumSynthesizer(Rate, 3);
        for (int half = 0; half < Seconds * 4; half++)
        {
            drums.AddStroke(samples, half * 0.25, DrumVoice.ClosedHat, 80);
            if (half % 2 == 0)
            {
                drums.AddStroke(samples, half * 0.25, half % 4 == 0 ? DrumVoice.Kick : DrumVoice.Snare, 105);
            }
        }

        return samples;
    }
}
