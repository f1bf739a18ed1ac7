using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Synthesis;

namespace GrooveGuru.Core.Tests.Form;

/// <summary>Songs of known form, played by the project's own instruments.</summary>
internal static class TestSong
{
    /// <summary>Sample rate, Hz.</summary>
    public const int SampleRateHz = 22_050;

    /// <summary>Length of a bar of four beats at 120 BPM, s.</summary>
    public const double BarSeconds = 2;

    /// <summary>One section's arrangement.</summary>
    /// <param name="Bars">Length.</param>
    /// <param name="Chords">Bass-first triads, one a bar, over and over.</param>
    /// <param name="Melody">MIDI pitches in eighths, over and over, 0 rests; empty for no melody.</param>
    /// <param name="HasDrums">Whether drums play.</param>
    /// <param name="IsBusy">Whether the chords come in eighths rather than once a bar.</param>
    internal sealed record Section(int Bars, int[][] Chords, int[] Melody, bool HasDrums, bool IsBusy);

    /// <summary>A quiet verse with a melody.</summary>
    public static Section Verse(int bars) => new(
        bars, [[45, 57, 60, 64], [41, 57, 60, 65], [48, 55, 60, 64], [43, 55, 59, 62]], [69, 0, 72, 71, 69, 0, 67, 0, 65, 0, 64, 65, 67, 0, 0, 0], false, false);

    /// <summary>A full chorus.</summary>
    public static Section Chorus(int bars) => new(
        bars, [[41, 60, 65, 69], [43, 62, 67, 71], [48, 60, 64, 72], [45, 60, 64, 69]], [81, 81, 79, 77, 76, 0, 77, 79, 84, 0, 83, 79, 76, 0, 72, 0], true, true);

    /// <summary>A bridge of drums and held chords.</summary>
    public static Section Bridge(int bars) => new(bars, [[38, 57, 62, 65], [40, 55, 59, 64]], [], true, false);

    /// <summary>Plays sections one after another.</summary>
    public static AudioBuffer Play(params Section[] sections)
    {
        int bars = sections.Sum(section => section.Bars);
        var samples = new float[(int)((bars * BarSeconds + 1) * SampleRateHz)];
        NoteSynthesizer keys = new(InstrumentPatches.Keys, SampleRateHz), bass = new(InstrumentPatches.Bass, SampleRateHz);
        var lead = new NoteSynthesizer(InstrumentPatches.Lead, SampleRateHz);
        var drums = new DrumSynthesizer(SampleRateHz, 11);
        int bar = 0;
        foreach (Section section in sections)
        {
            for (int index = 0; index < section.Bars; index++, bar++)
            {
                double start = bar * BarSeconds, eighth = BarSeconds / 8;
                int[] chord = section.Chords[index % section.Chords.Length];
                for (int step = 0; step < 8; step++)
                {
                    double time = start + (step * eighth);
                    if (section.IsBusy || step == 0)
                    {
                        foreach (int pitch in chord.Skip(1))
                        {
                            keys.AddNote(samples, time, section.IsBusy ? 0.8 * eighth : 0.9 * BarSeconds, pitch, 80);
                        }
                    }

                    if (step % 2 == 0)
                    {
                        bass.AddNote(samples, time, 1.6 * eighth, chord[0], 90);
                    }

                    int note = section.Melody.Length == 0 ? 0 : section.Melody[((index * 8) + step) % section.Melody.Length];
                    if (note > 0)
                    {
                        lead.AddNote(samples, time, 0.9 * eighth, note, 95);
                    }

                    if (section.HasDrums)
                    {
                        drums.AddStroke(samples, time, DrumVoice.ClosedHat, 75);
                        if (step % 2 == 0)
                        {
                            drums.AddStroke(samples, time, step % 4 == 0 ? DrumVoice.Kick : DrumVoice.Snare, 105);
                        }
                    }
                }
            }
        }

        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] *= 0.4f;
        }

        return new AudioBuffer([samples], SampleRateHz);
    }
}
