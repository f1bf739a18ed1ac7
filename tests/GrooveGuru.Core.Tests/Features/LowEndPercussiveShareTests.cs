using GrooveGuru.Core.Features;

namespace GrooveGuru.Core.Tests.Features;

public class LowEndPercussiveShareTests
{
    private const int Rate = 44100;

    [Theory]
    [InlineData(0)]
    [InlineData(18)]
    public void Analyze_KickBesideChord_IsHeardInTheLowEndAtAnyLevel(double kickDb)
    {
        float[] chord = Signals.Sine(440, 0.2, 5, Rate);
        float[] held = Signals.Sine(80, 0.01, 5, Rate);
        var struck = new float[chord.Length];
        for (int i = 0; i < chord.Length; i++)
        {
            double seconds = (double)i / Rate % 0.5;
            double kick = 0.1 * Math.Sin(2 * Math.PI * 65 * seconds) * Math.Exp(-seconds / 0.05);
            struck[i] = chord[i] + (float)(Signals.FromDb(kickDb) * kick);
            held[i] = chord[i] + (float)(Signals.FromDb(kickDb) * held[i]);
        }

        Assert.InRange(LowEndShare(struck), 0.5, 1);
        Assert.InRange(LowEndShare(held), 0, 0.05);

        static double LowEndShare(float[] samples) => TrackAnalyzer
            .Analyze(Signals.Mono(samples, Rate), AnalysisScope.HarmonicPercussive).Extended.LowEndPercussiveShare!.Value;
    }
}
