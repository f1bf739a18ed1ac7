using GrooveGuru.Core.Audio;

namespace GrooveGuru.Bridge.Tests.Jobs;

/// <summary>Sounds made by code for transcriptions: a tune, and what is none.</summary>
internal static class PlayedTune
{
    /// <summary>The tune, eighths at 120 BPM.</summary>
    public static IReadOnlyList<int> Pitches { get; } = [60, 64, 67, 72, 71, 67, 64, 62, 60, 65, 69, 72, 67, 64, 62, 60];

    public const double NoteSeconds = 0.25;

    /// <summary>A plucked tone of several overtones, on and on.</summary>
    public static AudioBuffer Make(double seconds, int sampleRateHz = 22050, float level = 0.3f)
    {
        AudioBuffer tune = new(1, (int)(seconds * sampleRateHz), sampleRateHz);
        for (int frame = 0; frame < tune.FrameCount; frame++)
        {
            tune.Channel(0)[frame] = Math.Clamp(level * Sample((double)frame / sampleRateHz), -1, 1);
        }

        return tune;
    }

    public static AudioBuffer Noise(double seconds, int sampleRateHz = 22050)
    {
        var random = new Random(7);
        AudioBuffer noise = new(1, (int)(seconds * sampleRateHz), sampleRateHz);
        for (int frame = 0; frame < noise.FrameCount; frame++)
        {
            noise.Channel(0)[frame] = (float)((random.NextDouble() - 0.5) * 0.4);
        }

        return noise;
    }

    /// <summary>Buzzing syllables whose pitch glides, with breaths of noise between them: like speech, without a note.</summary>
    public static AudioBuffer Speech(double seconds, int sampleRateHz = 22050)
    {
        var random = new Random(9);
        AudioBuffer speech = new(1, (int)(seconds * sampleRateHz), sampleRateHz);
        double phase = 0;
        for (int frame = 0; frame < speech.FrameCount; frame++)
        {
            double time = (double)frame / sampleRateHz;
            double syllable = (time * 4.3) % 1;
            phase += (110 + (40 * Math.Sin(time * 2.1)) + (25 * Math.Sin(time * 13)) - (30 * syllable)) / sampleRateHz;
            double voiced = syllable < 0.6 ? Math.Sin(Math.PI * syllable / 0.6) : 0;
            double buzz = Enumerable.Range(1, 12).Sum(harmonic => Math.Sin(2 * Math.PI * harmonic * phase) / harmonic);
            double breath = syllable >= 0.6 ? (random.NextDouble() - 0.5) * 0.2 : 0;
            speech.Channel(0)[frame] = (float)((0.15 * voiced * buzz) + breath);
        }

        return speech;
    }

    public static float Sample(double time)
    {
        int note = (int)(time / NoteSeconds);
        double within = time - (note * NoteSeconds);
        double frequencyHz = 440 * Math.Pow(2, (Pitches[note % Pitches.Count] - 69) / 12.0);
        double envelope = Math.Min(1, within / 0.005) * Math.Exp(-within * 5) * Math.Min(1, (NoteSeconds - within) / 0.01);
        double tone = Enumerable.Range(1, 5).Sum(harmonic => Math.Sin(2 * Math.PI * harmonic * frequencyHz * time) / harmonic);
        return (float)(envelope * tone);
    }
}
