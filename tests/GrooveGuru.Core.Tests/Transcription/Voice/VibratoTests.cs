using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.Voice;

namespace GrooveGuru.Core.Tests.Transcription.Voice;

public class VibratoTests
{
    private const int SampleRateHz = 22050;
    private const int Bass = 45, Tenor = 57, Soprano = 76;
    private const double ToneSeconds = 1.6;

    public static TheoryData<int, double, double> Swings()
    {
        TheoryData<int, double, double> data = [];
        foreach (int pitch in (int[])[Bass, Tenor, Soprano])
        {
            foreach (double rateHz in (double[])[4.5, 5.5, 7])
            {
                foreach (double semitones in (double[])[0.3, 0.5, 0.7, 1])
                {
                    data.Add(pitch, rateHz, semitones);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Swings))]
    public void Join_NotesOfASwingingTone_AreOne(int pitch, double rateHz, double semitones)
    {
        AudioBuffer sung = Sung(ToneSeconds, time => pitch + (semitones * Math.Sin(2 * Math.PI * rateHz * time)));
        (IReadOnlyList<TranscribedNote> voice, IReadOnlyList<TranscribedNote> cut, IReadOnlyList<TranscribedNote> joined) = Hear(sung);
        Assert.Equal(pitch, Assert.Single(voice).MidiPitch);
        Assert.Equal(Math.Min(1, cut.Count), joined.Count);
        Assert.All(joined, note => Assert.Equal((pitch, cut[0].OnsetSeconds, cut[^1].OffsetSeconds), (note.MidiPitch, note.OnsetSeconds, note.OffsetSeconds)));
    }

    [Theory]
    [InlineData(Bass, 1, 8)]
    [InlineData(Tenor, 1, 8)]
    [InlineData(Soprano, 1, 8)]
    [InlineData(Bass, 2, 8)]
    [InlineData(Tenor, 2, 8)]
    [InlineData(Soprano, 2, 8)]
    [InlineData(Soprano, 2, 10)]
    public void Join_Trill_StaysAsItIs(int pitch, int semitones, double strokesPerSecond)
    {
        var (_, cut, joined) = Hear(Sung(ToneSeconds, time => pitch + (semitones * TakingTurns(time * strokesPerSecond))));
        Assert.InRange(cut.Count, ToneSeconds * strokesPerSecond * 0.75, ToneSeconds * strokesPerSecond * 1.25);
        Assert.Equal(cut, joined);
    }

    [Theory]
    [InlineData(Bass, 0)]
    [InlineData(Tenor, 0)]
    [InlineData(Soprano, 0)]
    [InlineData(Bass, 0.5)]
    [InlineData(Tenor, 0.5)]
    [InlineData(Soprano, 0.5)]
    public void Join_Scale_KeepsItsNotes(int pitch, double semitones)
    {
        var (_, _, joined) = Hear(Sung(3, time => pitch + Math.Floor(time / 0.5) + (semitones * Math.Sin(2 * Math.PI * 5.5 * time))));
        Assert.Equal(Enumerable.Range(pitch, 6), joined.Select(note => note.MidiPitch));
    }

    [Fact]
    public void OnTones_NeighboursThatAreHeardOfASwing_AreTheTone()
    {
        VoiceTrack track = VoiceTranscriberTests.Follow(Sung(ToneSeconds, time => Tenor + (0.7 * Math.Sin(2 * Math.PI * 5.5 * time))));
        TranscribedNote[] heard = [new(0.5, 0.7, Tenor + 1, 90, 1), new(0.55, 0.9, Tenor - 1, 90, 1), new(0.5, 1, Tenor + 4, 90, 1), new(1.85, 1.95, Tenor + 1, 90, 1)];
        Assert.Equal([Tenor, Tenor, Tenor + 4, Tenor + 1], new Vibrato(track).OnTones(heard).Select(note => note.MidiPitch));
    }

    [Fact]
    public void Join_NothingOrOneNote_IsTheSame()
    {
        VoiceTrack track = new();
        Assert.Empty(new Vibrato(track).Join([], []));
        Assert.Single(new Vibrato(track).Join([new TranscribedNote(0, 1, 60, 90, 1)], []));
        TranscribedNote[] silent = [new(0, 1, 60, 90, 1), new(1, 2, 61, 90, 1)];
        Assert.Equal(silent, new Vibrato(track).Join(silent, []));
    }

    // The voice as its period tells it, and the melody before and after: the salience takes each swing for a note.
    private static (IReadOnlyList<TranscribedNote> Voice, IReadOnlyList<TranscribedNote> Cut, IReadOnlyList<TranscribedNote> Joined) Hear(AudioBuffer audio)
    {
        VoiceTrack track = VoiceTranscriberTests.Follow(audio);
        using BufferAudioSource source = new(audio);
        IReadOnlyList<TranscribedNote> voice = VoiceTranscriber.Notes(track), cut = MelodyStretches.Transcribe(source).Notes;
        return (voice, cut, new Vibrato(track).Join(cut, voice));
    }

    // 0 and 1, with a glide of 0.15 strokes between them.
    private static double TakingTurns(double strokes)
    {
        const double Glide = 0.15;
        double from = strokes % 2 < 1 ? 1 : 0, gone = Math.Min(1, strokes % 1 / Glide);
        return from + ((1 - (2 * from)) * gone);
    }

    private static AudioBuffer Sung(double seconds, Func<double, double> pitch)
    {
        AudioBuffer audio = new(1, (int)((seconds + 0.4) * SampleRateHz), SampleRateHz);
        double phase = 0;
        for (int frame = 0; frame < seconds * SampleRateHz; frame++)
        {
            double t = (double)frame / SampleRateHz, sum = 0;
            double hz = 440 * Math.Pow(2, (pitch(t) - 69) / 12);
            phase += 2 * Math.PI * hz / SampleRateHz;
            for (int harmonic = 1; harmonic <= 8 && harmonic * hz < 9000; harmonic++)
            {
                sum += Math.Sin(harmonic * phase) / harmonic;
            }

            double edge = Math.Min(1, Math.Min(t / 0.04, (seconds - t) / 0.06));
            audio.Channel(0)[(int)(0.2 * SampleRateHz) + frame] = (float)(0.2 * edge * sum);
        }

        return audio;
    }
}
