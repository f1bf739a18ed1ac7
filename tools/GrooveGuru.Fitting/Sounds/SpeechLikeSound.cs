using GrooveGuru.Core.Features.Stages;

namespace GrooveGuru.Fitting.Sounds;

/// <summary>
/// Babble with the timing of speech: phrases of syllables, each a hiss or a stop and a vowel of three formants, of uneven length, with a voice that
/// falls from phrase to phrase.
/// </summary>
/// <remarks>Formants after G. Peterson and H. Barney, JASA 24(2), 1952; a source and resonators after D. Klatt, JASA 67(3), 1980.</remarks>
internal static class SpeechLikeSound
{
    private const int RateHz = AnalysisRate.SampleRateHz;
    private const double BandwidthHz = 90;

    private static readonly double[][] VowelsHz =
    [
        [270, 2290, 3010], [530, 1840, 2480], [660, 1720, 2410], [730, 1090, 2440], [570, 840, 2410], [300, 870, 2240], [490, 1350, 1690],
    ];

    /// <summary>Speaks from beginning to end.</summary>
    public static void Make(float[] mono, Random random)
    {
        double syllableSeconds = random.Between(0.13, 0.28), voiceHz = random.Between(85, 230);
        double at = random.Between(0, 0.5);
        while (at * RateHz < mono.Length)
        {
            int syllables = random.Next(3, 16);
            for (int syllable = 0; syllable < syllables; syllable++)
            {
                double seconds = syllableSeconds * random.Between(0.5, 1.7);
                double stress = random.Between(0.35, 1);
                double hz = voiceHz * (1.15 - (0.3 * syllable / syllables)) * random.Between(0.9, 1.15);
                Syllable(mono, random, at, seconds, hz, stress);
                at += seconds;
            }

            at += random.Between(0.15, 0.9);
        }
    }

    private static void Syllable(float[] mono, Random random, double atSeconds, double seconds, double voiceHz, double stress)
    {
        int first = (int)(atSeconds * RateHz), count = (int)(seconds * RateHz);
        int consonant = (int)(count * random.Between(0, 0.4));
        bool isStop = random.Next(2) == 0;
        double hiss = random.Between(0.01, 0.05);
        double[] from = random.OneOf(VowelsHz), to = random.OneOf(VowelsHz);
        var tract = new Resonator[3];
        double phase = 0;
        for (int sample = 0; sample < count && first + sample < mono.Length; sample++)
        {
            double share = (double)sample / count;
            phase += voiceHz * (1 - (0.1 * share)) / RateHz;
            double voice = phase >= 1 ? 1 : 0;
            phase -= voice;
            double closing = Math.Min(1, 5 * (1 - share));
            double source = sample < consonant ? 0 : voice * stress * closing;
            double value = sample < consonant && !isStop ? hiss * random.Normal() : 0;
            for (int formant = 0; formant < tract.Length; formant++)
            {
                double hz = from[formant] + (share * (to[formant] - from[formant]));
                value += tract[formant].Next(source, hz) / (formant + 1);
            }

            mono[first + sample] += (float)value;
        }
    }

    // Two poles.
    private struct Resonator
    {
        private double _last, _beforeLast;

        public double Next(double source, double hz)
        {
            double radius = Math.Exp(-Math.PI * BandwidthHz / RateHz);
            double value = source + (2 * radius * Math.Cos(2 * Math.PI * hz / RateHz) * _last) - (radius * radius * _beforeLast);
            (_beforeLast, _last) = (_last, value);
            return value;
        }
    }
}
