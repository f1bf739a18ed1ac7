using GrooveGuru.Core.Audio;

namespace GrooveGuru.Core.Tests.Advice.FollowUps;

/// <summary>Tunes that differ by their seed: notes of random pitch and level, twice a second.</summary>
internal static class RandomTune
{
    internal const int RateHz = 22050;
    private const double NoteSeconds = 0.5;

    internal static AudioBuffer Make(int seed, double seconds)
    {
        var random = new Random(seed);
        var left = new float[(int)(seconds * RateHz)];
        var right = new float[left.Length];
        int note = (int)(NoteSeconds * RateHz);
        for (int start = 0; start < left.Length; start += note)
        {
            double hz = 110 * Math.Pow(2, random.Next(36) / 12.0), level = 0.05 + (0.4 * random.NextDouble()), pan = random.NextDouble();
            for (int at = start; at < Math.Min(left.Length, start + note); at++)
            {
                double seconds2 = (double)(at - start) / RateHz;
                double sample = level * Math.Exp(-2 * seconds2) * (Math.Sin(2 * Math.PI * hz * seconds2) + (0.3 * Math.Sin(4 * Math.PI * hz * seconds2)));
                left[at] = (float)(sample * (1 - (0.5 * pan)));
                right[at] = (float)(sample * (0.5 + (0.5 * pan)));
            }
        }

        return new AudioBuffer([left, right], RateHz);
    }
}
