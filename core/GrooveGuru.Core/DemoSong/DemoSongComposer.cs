using GrooveGuru.Core.Synthesis;

namespace GrooveGuru.Core.DemoSong;

/// <summary>Turns the score into notes as players would play them: voice leading, accents, small deviations in time.</summary>
internal sealed class DemoSongComposer
{
    private const double BeatSeconds = 60 / DemoSongScore.TempoBpm;
    private readonly List<DemoNote> _notes = [];
    private readonly List<DemoSection> _sections = [];
    private readonly NoiseSource _human = new(20260112);

    /// <summary>Notes by onset, sections in order.</summary>
    public static (IReadOnlyList<DemoNote> Notes, IReadOnlyList<DemoSection> Sections) Compose()
    {
        var composer = new DemoSongComposer();
        composer.Play();
        return (composer._notes.OrderBy(note => note.OnsetSeconds).ToArray(), composer._sections);
    }

    private void Play()
    {
        int bar = 0;
        int[] voicing = [];
        foreach (var (name, chordBars, melodyBars) in DemoSongScore.Sections)
        {
            int sectionBar = bar;
            for (int index = 0; index < chordBars.Length; index++, bar++)
            {
                double beat = bar * DemoSongScore.BeatsPerBar;
                Chord[] chords = chordBars[index].Split(' ').Select(Chord.Parse).ToArray();
                bool lastOfSong = name == DemoSongScore.Sections[^1].Name && bar > 4 + 8 + 4 && index == chordBars.Length - 1;
                PlayMelody(melodyBars[index], beat);
                voicing = PlayChords(chords, voicing, beat, name, lastOfSong);
                PlayBass(chords, beat, name, lastOfSong);
                DrumPattern.Play(this, beat, name, index, chordBars.Length, lastOfSong);
            }

            _sections.Add(new DemoSection(name, At(sectionBar * 4), At(bar * 4)));
        }
    }

    /// <summary>A drum stroke with a player's small deviation.</summary>
    public void AddStroke(DrumVoice drum, double beat, int velocity) =>
        Add(DemoSongParts.Drums, beat, 0.1, (int)drum, velocity, 0.0015);

    private void PlayMelody(string bar, double beat)
    {
        foreach (string token in bar.Split(' '))
        {
            string[] parts = token.Split(':');
            double beats = double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
            if (parts[0] != "r")
            {
                double inBar = beat % DemoSongScore.BeatsPerBar;
                int accent = inBar % 2 == 0 ? 8 : inBar % 1 == 0 ? 2 : -5;
                Add(DemoSongParts.Lead, beat, beats * 0.92, PitchName.ParsePitch(parts[0]), 94 + accent, 0.004);
            }

            beat += beats;
        }
    }

    private int[] PlayChords(Chord[] chords, int[] voicing, double barBeat, string section, bool lastOfSong)
    {
        double[] hits = section switch { "intro" => [0, 2], "B" => [0, 1, 2, 3], _ => [0, 1.5, 2, 3.5] };
        double start = 0;
        foreach (Chord chord in chords)
        {
            voicing = chord.VoiceAfter(voicing);
            double end = start + chord.Beats;
            double[] own = lastOfSong ? [0] : hits.Where(hit => hit >= start && hit < end).ToArray();
            for (int hit = 0; hit < own.Length; hit++)
            {
                double until = hit + 1 < own.Length ? own[hit + 1] : end;
                for (int voice = 0; voice < voicing.Length; voice++)
                {
                    // Fingers do not land together: low notes first, by a few milliseconds.
                    double strum = voice * 0.006;
                    int velocity = (own[hit] % 1 == 0 ? 84 : 72) + (voice == voicing.Length - 1 ? 6 : 0);
                    Add(DemoSongParts.Chords, barBeat + own[hit] + strum, (until - own[hit]) * 0.85, voicing[voice], velocity, 0.003);
                }
            }

            start = end;
        }

        return voicing;
    }

    private void PlayBass(Chord[] chords, double barBeat, string section, bool lastOfSong)
    {
        double start = 0;
        foreach (Chord chord in chords)
        {
            int root = 36 + chord.RootPitchClass;
            root = root >= 46 ? root - 12 : root;
            int fifth = root + 7;
            int octave = root + 12;
            (double Beat, double Beats, int Pitch)[] line = (section, chord.Beats) switch
            {
                _ when lastOfSong => [(0, 4, root)],
                ("intro", _) => [(0, 3, root), (3, 1, fifth)],
                (_, 2) => [(0, 1, root), (1, 0.5, root), (1.5, 0.5, fifth)],
                ("B", _) => [(0, 1, root), (1, 1, fifth), (2, 1, octave), (3, 1, fifth)],
                _ => [(0, 1, root), (1.5, 0.5, root), (2, 1, octave), (3, 0.5, fifth), (3.5, 0.5, root)],
            };
            foreach (var (beat, beats, pitch) in line)
            {
                Add(DemoSongParts.Bass, barBeat + start + beat, beats * 0.9, pitch, beat == 0 ? 104 : 92, 0.003);
            }

            start += chord.Beats;
        }
    }

    private static double At(double beat) => DemoSongScore.StartOffsetSeconds + (beat * BeatSeconds);

    private void Add(string part, double beat, double beats, int pitch, int velocity, double looseSeconds)
    {
        double onset = At(beat) + (looseSeconds * _human.Next());
        int force = Math.Clamp((int)Math.Round(velocity + (5 * _human.Next())), 1, 127);
        _notes.Add(new DemoNote(part, onset, onset + (beats * BeatSeconds), pitch, force));
    }
}
