namespace GrooveGuru.Core.Transcription.Voice;

/// <summary>Finds where the pitch of a voice swings around a tone, and makes one note of those that only follow its swings.</summary>
/// <remarks>
/// A swing is a sine of 4.3 to 7.8 Hz around a pitch that stays (Prame 1994 measured 5 to 7.5 Hz and 0.3 to 1.2 semitones on singers). Two notes
/// that take turns, a trill, are no sine: they stay on each pitch and leap between them, and a sung one is slower.
/// </remarks>
internal sealed class Vibrato
{
    private const double SearchedHz = 3.1, LowestHz = 4.3, HighestHz = 7.8, StepHz = 0.25;
    private const double LeastSemitones = 0.12, MostSemitones = 1.4;
    private const double MostSlopeSemitones = 1.6;
    private const double MostStrayShare = 0.13;
    private const double SameToneSemitones = 0.6;
    private const double LeastSwinging = 0.6;
    private const double AttackSeconds = 0.075, RestSeconds = 0.1;
    private const double MostUnvoiced = 0.1;
    private const double NearSemitones = 2;
    private const int HalfWindowFrames = 17, HopFrames = 2;

    // The pitch that each frame's pitch swings around, MIDI note number; not a number where it does not swing.
    private readonly float[] _tones;

    /// <summary>Looks for swings.</summary>
    /// <param name="track">The voice.</param>
    public Vibrato(VoiceTrack track) => _tones = Tones(track);

    /// <summary>Makes one note of each tone.</summary>
    /// <param name="notes">Notes of the voice by onset, which do not overlap.</param>
    /// <param name="voice">The notes that its period was cut into: where one of them begins, a note was sung or struck anew.</param>
    /// <returns>The notes by onset; those that follow one another within the swings around one tone are one, of the tone's pitch.</returns>
    public IReadOnlyList<TranscribedNote> Join(IReadOnlyList<TranscribedNote> notes, IReadOnlyList<TranscribedNote> voice)
    {
        if (notes.Count < 2 || _tones.Length == 0)
        {
            return notes;
        }

        // After a rest a note is one of its own anyway, and where it begins exactly is heard in several ways.
        double[] attacks = [.. voice.Skip(1).Where((note, before) => note.OnsetSeconds - voice[before].OffsetSeconds < RestSeconds).Select(note => note.OnsetSeconds)];
        List<TranscribedNote> joined = [];
        for (int index = 0; index < notes.Count;)
        {
            int next = index + 1;
            while (next < notes.Count && !IsAttack(attacks, notes[next - 1].OnsetSeconds, notes[next].OnsetSeconds) && IsOneTone(notes[next - 1], notes[next]))
            {
                next++;
            }

            joined.Add(next == index + 1 ? notes[index] : Whole([.. notes.Skip(index).Take(next - index)]));
            index = next;
        }

        return joined;
    }

    /// <summary>The same notes, those within swings on the tone that is swung around.</summary>
    /// <param name="notes">Notes, in any order.</param>
    public IReadOnlyList<TranscribedNote> OnTones(IReadOnlyList<TranscribedNote> notes) =>
        [.. notes.Select(note => IsOnTone(note) ? note with { MidiPitch = Pitch(_tones[Middle(note)]) } : note)];

    private static float[] Tones(VoiceTrack track)
    {
        float[] tones = new float[track.Pitches.Count];
        Array.Fill(tones, float.NaN);
        SwingFit fit = new(HalfWindowFrames, SearchedHz, HighestHz, StepHz);
        for (int frame = HalfWindowFrames; frame + HalfWindowFrames < tones.Length; frame += HopFrames)
        {
            if (fit.Of(track.Pitches, frame, MostUnvoiced, LeastSemitones, 2 * MostSemitones) is { } swing
                && swing.Semitones is >= LeastSemitones and <= MostSemitones
                && swing.RateHz >= LowestHz
                && Math.Abs(swing.SlopePerSecond) <= MostSlopeSemitones
                && swing.StraySemitones <= MostStrayShare * swing.Semitones)
            {
                for (int near = frame - HalfWindowFrames; near <= frame + HalfWindowFrames; near++)
                {
                    // The fit says most of its middle; its ends only where no other reaches.
                    tones[near] = Math.Abs(near - frame) <= HalfWindowFrames / 2 || float.IsNaN(tones[near]) ? (float)swing.Tone : tones[near];
                }
            }
        }

        return tones;
    }

    private bool IsOnTone(TranscribedNote note) => _tones.Length > 0 && Math.Abs(_tones[Middle(note)] - note.MidiPitch) <= NearSemitones;

    private int Middle(TranscribedNote note) => Frame((note.OnsetSeconds + note.OffsetSeconds) / 2);

    private static int Pitch(double tone) => Math.Clamp((int)Math.Round(tone), 0, 127);

    // The swings are seen a little less far than the tone sounds, where it begins and ends.
    private bool IsOneTone(TranscribedNote note, TranscribedNote next)
    {
        int from = Middle(note), to = Middle(next);
        int leaves = Frame(note.OffsetSeconds), comes = Frame(next.OnsetSeconds), swinging = 0;
        float lowest = float.PositiveInfinity, highest = float.NegativeInfinity;
        for (int frame = from; frame <= to; frame++)
        {
            if (!float.IsNaN(_tones[frame]))
            {
                swinging++;
                (lowest, highest) = (Math.Min(lowest, _tones[frame]), Math.Max(highest, _tones[frame]));
            }
            else if (frame >= leaves && frame <= comes)
            {
                return false;
            }
        }

        return (IsOnTone(note) || IsOnTone(next)) && swinging >= LeastSwinging * (to - from + 1) && highest - lowest <= SameToneSemitones;
    }

    // Whether the voice was heard to begin anew at the second of two onsets.
    private static bool IsAttack(double[] attacks, double before, double seconds)
    {
        double from = Math.Max(seconds - AttackSeconds, (before + seconds) / 2);
        int found = Array.BinarySearch(attacks, from);
        int next = found < 0 ? ~found : found;
        return next < attacks.Length && attacks[next] <= seconds + AttackSeconds;
    }

    private TranscribedNote Whole(TranscribedNote[] parts)
    {
        int from = Frame(parts[0].OnsetSeconds), to = Frame(parts[^1].OffsetSeconds);
        float[] around = [.. _tones[from..to].Where(tone => !float.IsNaN(tone)).Order()];
        return parts[0] with
        {
            OffsetSeconds = parts[^1].OffsetSeconds,
            MidiPitch = Pitch(around[around.Length / 2]),
            Velocity = parts.Max(part => part.Velocity),
            Confidence = parts.Max(part => part.Confidence),
        };
    }

    private int Frame(double seconds) => Math.Clamp((int)Math.Round(seconds * VoiceTrack.FramesPerSecond), 0, _tones.Length - 1);
}
