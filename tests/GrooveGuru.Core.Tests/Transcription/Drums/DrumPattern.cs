using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Synthesis;

namespace GrooveGuru.Core.Tests.Transcription.Drums;

/// <summary>A bar of rock over and over, played by code.</summary>
internal static class DrumPattern
{
    public const int SampleRateHz = 44100;
    public const double BeatSeconds = 0.6;

    /// <summary>Kick on 1 and 3, snare on 2 and 4, hats on eighths: kick and hat, and snare and hat, fall together.</summary>
    public static IReadOnlyList<(double Seconds, DrumVoice Drum, int Velocity)> Rock(int bars) =>
    [
        .. from beat in Enumerable.Range(0, bars * 4)
           let at = 0.25 + (beat * BeatSeconds)
           from stroke in new[]
           {
               (at, beat % 2 == 0 ? DrumVoice.Kick : DrumVoice.Snare, 100),
               (at, DrumVoice.ClosedHat, 84),
               (at + (BeatSeconds / 2), DrumVoice.ClosedHat, 70),
           }
           select stroke,
    ];

    /// <summary>Plays strokes.</summary>
    public static AudioBuffer Play(IReadOnlyList<(double Seconds, DrumVoice Drum, int Velocity)> strokes, int sampleRateHz = SampleRateHz, float gain = 0.7f)
    {
        float[] audio = new float[(int)((strokes[^1].Seconds + 1) * sampleRateHz)];
        DrumSynthesizer drummer = new(sampleRateHz, 1);
        foreach (var (seconds, drum, velocity) in strokes)
        {
            drummer.AddStroke(audio, seconds, drum, velocity);
        }

        return Signals.Mono([.. audio.Select(sample => sample * gain)], sampleRateHz);
    }
}
