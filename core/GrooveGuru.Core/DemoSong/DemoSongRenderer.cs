using System.Numerics.Tensors;
using GrooveGuru.Core.Audio;
using GrooveGuru.Core.Synthesis;

namespace GrooveGuru.Core.DemoSong;

/// <summary>
/// Renders the project's own song: drums, bass, chords and lead, with everything about it known. Every run on one machine gives
/// the same bits.
/// </summary>
public static class DemoSongRenderer
{
    private const int SampleRateHz = 44100;
    private const double TailSeconds = 2;

    // Drums that a dance mix would have: they carry the beat beside a strong bass.
    private const float DrumGain = 1.3f;

    private const double CleanPeakDb = -1;

    /// <summary>Renders mix, stems and truth; about 45 s of stereo at 44.1 kHz.</summary>
    public static DemoSongRendering Render() => Render(DemoSongFlaws.LowEndBoostDb, DemoSongFlaws.OverFullScaleDb, DemoSongFlaws.Describe());

    /// <summary>Renders the song as it was before its mistakes were made: nothing boosted, nothing cut off, its peaks at −1 dBFS.</summary>
    public static DemoSongRendering RenderWithoutFlaws() => Render(0, CleanPeakDb, []);

    private static DemoSongRendering Render(double lowEndBoostDb, double peakDb, IReadOnlyList<PlantedFlaw> flaws)
    {
        var (notes, sections) = DemoSongComposer.Compose();
        double endSeconds = sections[^1].EndSeconds + TailSeconds;
        int frameCount = (int)Math.Round(endSeconds * SampleRateHz);

        var stems = new Dictionary<string, AudioBuffer>();
        foreach (string part in DemoSongParts.All)
        {
            stems[part] = RenderStem(part, notes.Where(note => note.Part == part), frameCount, lowEndBoostDb);
        }

        var mix = Sum(stems, frameCount);
        double finalGainDb = peakDb - PeakDb(mix);
        ApplyGainAndClip(mix, finalGainDb);

        int beatCount = (int)Math.Round(
            (sections[^1].EndSeconds - DemoSongScore.StartOffsetSeconds) * DemoSongScore.TempoBpm / 60);
        var truth = new DemoSongTruth(
            DemoSongScore.TempoBpm,
            DemoSongScore.Key,
            DemoSongScore.BeatsPerBar,
            DemoSongScore.StartOffsetSeconds,
            Enumerable.Range(0, beatCount).Select(beat => DemoSongScore.StartOffsetSeconds + (beat * 60 / DemoSongScore.TempoBpm)).ToArray(),
            notes,
            sections,
            flaws);
        return new DemoSongRendering(mix, stems, finalGainDb, truth);
    }

    private static AudioBuffer RenderStem(string part, IEnumerable<DemoNote> notes, int frameCount, double lowEndBoostDb)
    {
        var stem = new AudioBuffer(2, frameCount, SampleRateHz);
        if (part == DemoSongParts.Drums)
        {
            var drums = new DrumSynthesizer(SampleRateHz, seed: 7);
            AddChannels(stem, notes, note => note.MidiPitch, pitch => DrumPan((DrumVoice)pitch), roomGain: 0.05, 0,
                (note, dry) => drums.AddStroke(dry, note.OnsetSeconds, (DrumVoice)note.MidiPitch, note.Velocity));
            foreach (float[] channel in stem.Channels)
            {
                TensorPrimitives.Multiply(channel, DrumGain, channel);
            }

            return stem;
        }

        var (patch, roomGain, boostDb) = part switch
        {
            DemoSongParts.Bass => (InstrumentPatches.Bass, 0.008, lowEndBoostDb),
            DemoSongParts.Chords => (InstrumentPatches.Keys, 0.07, lowEndBoostDb),
            _ => (InstrumentPatches.Lead, 0.055, 0.0),
        };
        var player = new NoteSynthesizer(patch, SampleRateHz);
        bool spread = part == DemoSongParts.Chords;
        AddChannels(stem, notes, note => spread ? note.MidiPitch % 4 : 0, channel => spread ? (channel - 1.5) * 0.6 : 0, roomGain, boostDb,
            (note, dry) => player.AddNote(
                dry, note.OnsetSeconds, note.OffsetSeconds - note.OnsetSeconds, note.MidiPitch, note.Velocity));
        return stem;
    }

    /// <summary>Plays notes that share a place in the stereo field on one mono channel each, then pans it and adds the room.</summary>
    private static void AddChannels(
        AudioBuffer stem,
        IEnumerable<DemoNote> notes,
        Func<DemoNote, int> channelOf,
        Func<int, double> panOf,
        double roomGain,
        double boostDb,
        Action<DemoNote, float[]> play)
    {
        float[] send = new float[stem.FrameCount];
        foreach (var channel in notes.GroupBy(channelOf).OrderBy(group => group.Key))
        {
            float[] dry = new float[stem.FrameCount];
            foreach (DemoNote note in channel)
            {
                play(note, dry);
            }

            Boost(dry, boostDb);
            double angle = (panOf(channel.Key) + 1) * Math.PI / 4;
            AddScaled(dry, stem.Channel(0), Math.Cos(angle) * Math.Sqrt(2));
            AddScaled(dry, stem.Channel(1), Math.Sin(angle) * Math.Sqrt(2));
            AddScaled(dry, send, 1);
        }

        new SmallRoom(SampleRateHz, 0.7).AddTo(send, stem, roomGain);
    }

    private static double DrumPan(DrumVoice drum) => drum switch
    {
        DrumVoice.Snare => 0.06,
        DrumVoice.ClosedHat or DrumVoice.OpenHat => 0.4,
        DrumVoice.Crash => -0.45,
        _ => 0,
    };

    private static void Boost(float[] samples, double boostDb)
    {
        if (boostDb == 0)
        {
            return;
        }

        var bell = new StateVariableFilter(SampleRateHz, DemoSongFlaws.LowEndBoostHz, DemoSongFlaws.LowEndBoostQ);
        double extra = Math.Pow(10, boostDb / 20) - 1;
        for (int frame = 0; frame < samples.Length; frame++)
        {
            bell.Push(samples[frame]);
            samples[frame] += (float)(extra * bell.Band);
        }
    }

    private static void AddScaled(float[] source, Span<float> destination, double gain)
    {
        for (int frame = 0; frame < source.Length; frame++)
        {
            destination[frame] += (float)(gain * source[frame]);
        }
    }

    private static AudioBuffer Sum(Dictionary<string, AudioBuffer> stems, int frameCount)
    {
        var mix = new AudioBuffer(2, frameCount, SampleRateHz);
        foreach (string part in DemoSongParts.All)
        {
            for (int channel = 0; channel < 2; channel++)
            {
                AddScaled(stems[part].Channels[channel], mix.Channel(channel), 1);
            }
        }

        return mix;
    }

    private static double PeakDb(AudioBuffer buffer) =>
        20 * Math.Log10(buffer.Channels.Max(channel => channel.Max(Math.Abs)));

    private static void ApplyGainAndClip(AudioBuffer buffer, double gainDb)
    {
        float gain = (float)Math.Pow(10, gainDb / 20);
        foreach (float[] channel in buffer.Channels)
        {
            for (int frame = 0; frame < channel.Length; frame++)
            {
                channel[frame] = Math.Clamp(channel[frame] * gain, -1f, 1f);
            }
        }
    }
}
