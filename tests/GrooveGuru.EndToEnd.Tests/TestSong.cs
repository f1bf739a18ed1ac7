using GrooveGuru.Core.Audio;

namespace GrooveGuru.EndToEnd.Tests;

/// <summary>A few seconds of stereo music made in code: a kick on every beat of 120 BPM under a held chord.</summary>
internal static class TestSong
{
    /// <summary>Its tempo, BPM.</summary>
    public const double TempoBpm = 120;

    private static readonly double[] ChordHz = [220, 277.18, 329.63];

    /// <summary>The song.</summary>
    public static AudioBuffer Make(int sampleRateHz, int seconds)
    {
        AudioBuffer song = new(2, sampleRateHz * seconds, sampleRateHz);
        Random random = new(20);
        double beatSeconds = 60 / TempoBpm;
        for (int frame = 0; frame < song.FrameCount; frame++)
        {
            double time = (double)frame / sampleRateHz;
            double sinceBeat = time % beatSeconds;
            double kick = 0.5 * Math.Exp(-12 * sinceBeat) * Math.Sin(2 * Math.PI * (50 + (100 * Math.Exp(-30 * sinceBeat))) * sinceBeat);
            double click = 0.2 * Math.Exp(-200 * sinceBeat) * (random.NextDouble() - 0.5);
            double chord = ChordHz.Sum(hz => 0.06 * Math.Sin(2 * Math.PI * hz * time));
            song.Channel(0)[frame] = (float)(kick + click + chord);
            song.Channel(1)[frame] = (float)(kick + click + (0.7 * chord));
        }

        return song;
    }
}
