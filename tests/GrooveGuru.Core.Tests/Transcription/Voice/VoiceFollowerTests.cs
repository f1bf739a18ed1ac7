using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Transcription;
using GrooveGuru.Core.Transcription.Voice;

namespace GrooveGuru.Core.Tests.Transcription.Voice;

public class VoiceFollowerTests
{
    private const int SampleRateHz = 44100;
    private const int VibratoHz = 5;

    [Theory]
    [InlineData(30)]
    [InlineData(45)]
    [InlineData(69)]
    [InlineData(88)]
    public void Follow_SteadyTone_IsItsPitch(int midiPitch)
    {
        VoiceTrack track = VoiceTranscriberTests.Follow(Tone(midiPitch, 0, 2));
        float[] pitches = [.. track.Pitches.Skip(20).Take(120)];
        Assert.All(pitches, pitch => Assert.InRange(pitch, midiPitch - 0.1, midiPitch + 0.1));
    }

    [Fact]
    public void Follow_HoursInMiniature_DecidesAllFramesInOrder()
    {
        // Longer than the block that is decided at once, so that several are joined.
        VoiceTrack track = VoiceTranscriberTests.Follow(Tone(57, 0, 40));
        Assert.InRange(track.Pitches.Count, (int)(40 * VoiceTrack.FramesPerSecond), (int)(40 * VoiceTrack.FramesPerSecond) + 8);
        Assert.Equal(track.Pitches.Count, track.LevelsDb.Count);
        Assert.All(track.Pitches.Skip(20).Take(3300), pitch => Assert.InRange(pitch, 56.9, 57.1));
    }

    [Fact]
    public void Bends_Vibrato_AreItsDepth()
    {
        VoiceTrack track = VoiceTranscriberTests.Follow(Tone(60, 0.5, 2));
        IReadOnlyList<BendPoint> bends = VoiceBends.Of(track, new TranscribedNote(0.1, 1.9, 60, 100, 1));
        Assert.InRange(bends.Max(bend => bend.Semitones), 0.35, 0.6);
        Assert.InRange(bends.Min(bend => bend.Semitones), -0.6, -0.35);
        Assert.All(bends.Zip(bends.Skip(1)), pair => Assert.True(pair.First.Seconds < pair.Second.Seconds));
    }

    [Fact]
    public void Bends_SteadyTone_AreNone() =>
        Assert.Empty(VoiceBends.Of(VoiceTranscriberTests.Follow(Tone(60, 0, 2)), new TranscribedNote(0.1, 1.9, 60, 100, 1)));

    [Fact]
    public void Follow_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        using BufferAudioSource source = new(Tone(60, 0, 1));
        Assert.Throws<OperationCanceledException>(() => VoiceFollower.Follow(source, null, cancelled.Token));
    }

    private static AudioBuffer Tone(int midiPitch, double vibratoSemitones, double seconds)
    {
        float[] samples = new float[(int)(seconds * SampleRateHz)];
        double phase = 0;
        for (int at = 0; at < samples.Length; at++)
        {
            double semitones = midiPitch - 69 + (vibratoSemitones * Math.Sin(2 * Math.PI * VibratoHz * at / SampleRateHz));
            phase += 2 * Math.PI * 440 * Math.Pow(2, semitones / 12) / SampleRateHz;
            samples[at] = (float)((0.3 * Math.Sin(phase)) + (0.2 * Math.Sin(2 * phase)) + (0.1 * Math.Sin(3 * phase)));
        }

        return Signals.Mono(samples, SampleRateHz);
    }
}
