using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Midi;

namespace GrooveGuru.Bridge.Tests.Jobs;

/// <summary>Listens to the right channel of a preview.</summary>
internal static class PreviewEar
{
    private const double LaterSeconds = 0.07, ListenedSeconds = 0.16, ClearRatio = 4; // later, when the note before has died away
    private const double MostSilentShare = 0.15;

    /// <summary>While a note is held, its own fundamental must stand out over the semitones beside it.</summary>
    public static void AssertNotesSound(AudioBuffer preview, MidiSong song, double seconds)
    {
        MidiNote[] notes = [.. song.Tracks.SelectMany(track => track.Notes).Where(note => song.SecondsAt(note.StartTicks) + LaterSeconds + ListenedSeconds < seconds)];
        Assert.NotEmpty(notes);
        int silent = notes.Count(note =>
        {
            ReadOnlySpan<float> part = preview.Channels[1].AsSpan(
                (int)((song.SecondsAt(note.StartTicks) + LaterSeconds) * preview.SampleRateHz), (int)(ListenedSeconds * preview.SampleRateHz));
            double own = Energy(part, note.Pitch, preview.SampleRateHz);
            return own < ClearRatio * Math.Max(Energy(part, note.Pitch - 1.5, preview.SampleRateHz), Energy(part, note.Pitch + 1.5, preview.SampleRateHz));
        });

        Assert.True(silent <= MostSilentShare * notes.Length, $"{silent} of {notes.Length} notes are not heard");
    }

    /// <summary>Energy at one pitch, by a single Fourier coefficient under a Hann window.</summary>
    public static double Energy(ReadOnlySpan<float> samples, double midiPitch, int sampleRateHz)
    {
        double step = 2 * Math.PI * 440 * Math.Pow(2, (midiPitch - 69) / 12) / sampleRateHz;
        double real = 0, imaginary = 0;
        for (int frame = 0; frame < samples.Length; frame++)
        {
            double weighted = samples[frame] * (0.5 - (0.5 * Math.Cos(2 * Math.PI * frame / samples.Length)));
            real += weighted * Math.Cos(step * frame);
            imaginary += weighted * Math.Sin(step * frame);
        }

        return (real * real) + (imaginary * imaginary);
    }
}
