using System.Globalization;
using GrooveGuru.Core.Midi;
using GrooveGuru.Core.Semantics.Roles;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Core.Arrangement;

/// <summary>Makes a song that fits into an arrangement of notes that were heard: on bars and beats, cleaned up, with instruments.</summary>
public static class Arranger
{
    // Notes that people strike together start within this.
    private const double TogetherSeconds = 0.035;

    // A note that was heard this little before a bar line begins the bar; no bar is put before it for its sake.
    private const double EarlySeconds = 0.05;
    private const long LegatoGapTicks = MidiSong.DefaultTicksPerQuarter;

    /// <summary>Builds the song.</summary>
    /// <param name="parts">What was heard.</param>
    /// <param name="tempo">The recording's beats.</param>
    /// <param name="key">"D minor"; no key signature where null or unknown.</param>
    /// <param name="role">What the recording is; it decides names and instruments.</param>
    /// <param name="options">What is made of the notes.</param>
    /// <param name="startAtBarOne">
    /// Whether tick 0 must stay bar 1 of the map, so that the file lies at a project's start; otherwise a selection begins with its own bar.
    /// </param>
    /// <returns>
    /// The song. What starts before bar 1 moves it on by whole bars; a track whose notes all fell away is left out.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static ArrangedSong Arrange(
        IReadOnlyList<TranscribedPart> parts, TempoMap tempo, string? key, TrackRole role, ArrangementOptions options, bool startAtBarOne = false)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(tempo);
        ArgumentNullException.ThrowIfNull(options);
        List<string> remarks = [];
        (TranscriptionMode Mode, IReadOnlyList<ArrangedNote> Notes)[] placed = [.. parts.Select(part => (part.Mode, Placed(part, tempo, options)))];
        BeatGrid? grid = options.QuantiseStrength > 0 && tempo.IsKnown ? Grid(placed.SelectMany(part => part.Notes), tempo, options.Grid) : null;
        List<(TranscriptionMode Mode, IReadOnlyList<ArrangedNote> Notes)> shaped =
        [
            .. placed.Select(part => (part.Mode, Notes: Shape(part.Mode, part.Notes, tempo, grid, options, remarks))).Where(part => part.Notes.Count > 0),
        ];
        if (options.QuantiseStrength > 0 && !tempo.IsKnown)
        {
            remarks.Add("Nothing was quantised, because no steady pulse was heard; telling the tempo (--tempo) gives the notes a grid.");
        }

        if (options.WithBends && shaped.Count > 0 && !shaped.Any(part => IsOneVoice(part.Mode, options)))
        {
            remarks.Add("No bends were written: they are one voice's, and here are several notes at once or drums (--mode mono follows one voice, --monophonic makes one).");
        }

        long startTicks = StartTicks(shaped, tempo, options.Selection, startAtBarOne);
        shaped = [.. shaped.Select(part => (part.Mode, NotBefore(startTicks, part.Notes)))];
        MidiKeyChange? signature = Signature(key, options.TransposeSemitones);
        MidiSong song = new()
        {
            Tempos = tempo.Changes(startTicks),
            Meters = [new MidiMeterChange(0, tempo.Meter.BeatsPerBar, tempo.Meter.BeatUnit)],
            Keys = signature is null ? [] : [signature],
            Tracks = [.. shaped.Select(part => Track(part.Mode, part.Notes, role, startTicks, options))],
        };
        return new ArrangedSong(song, tempo.SecondsAt(startTicks), remarks);
    }

    private static List<ArrangedNote> Placed(TranscribedPart part, TempoMap tempo, ArrangementOptions options)
    {
        bool isDrums = part.Mode == TranscriptionMode.Drums;
        List<ArrangedNote> placed = [];
        foreach (TranscribedNote note in part.Notes)
        {
            bool isHeldOver = options.Selection.HoldsOver(note);
            if (options.Selection.Cut(note) is { } cut
                && (isDrums ? !isHeldOver : cut.OffsetSeconds - cut.OnsetSeconds >= options.MinimumLengthSeconds))
            {
                placed.Add(Place(cut, tempo, options.FixedVelocity) with { IsHeldOver = isHeldOver });
            }
        }

        return placed;
    }

    private static IReadOnlyList<ArrangedNote> Shape(
        TranscriptionMode mode, IReadOnlyList<ArrangedNote> notes, TempoMap tempo, BeatGrid? grid, ArrangementOptions options, List<string> remarks)
    {
        bool isDrums = mode == TranscriptionMode.Drums;
        if (grid is not null)
        {
            notes = Quantiser.Quantise(notes, grid, options.QuantiseStrength);
        }

        if (!isDrums && options.TransposeSemitones != 0)
        {
            (notes, int folded) = Transposer.Transpose(notes, options.TransposeSemitones);
            if (folded > 0)
            {
                remarks.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{folded} {(folded == 1 ? "note" : "notes")} would lie outside of MIDI's range and {(folded == 1 ? "was" : "were")} put into the nearest octave."));
            }
        }

        if (!isDrums && (options.Monophonic || mode == TranscriptionMode.Mono))
        {
            notes = NoteCleanUp.Monophonic(notes, mode == TranscriptionMode.Mono ? 0 : TogetherSeconds * tempo.TicksPerSecond);
        }

        return isDrums || !options.Legato ? notes : NoteCleanUp.Legato(notes, LegatoGapTicks);
    }

    private static ArrangedNote Place(TranscribedNote note, TempoMap tempo, int? fixedVelocity)
    {
        long start = (long)Math.Round(tempo.TicksAt(note.OnsetSeconds));
        long end = Math.Max(start + 1, (long)Math.Round(tempo.TicksAt(note.OffsetSeconds)));
        return new ArrangedNote(start, end, note.MidiPitch, Math.Clamp(fixedVelocity ?? note.Velocity, 1, 127))
        {
            Bends =
            [
                .. note.Bends.Select(bend => new ArrangedBend((long)Math.Round(tempo.TicksAt(note.OnsetSeconds + bend.Seconds)) - start, bend.Semitones)),
            ],
        };
    }

    // One for all parts: players of one recording swing together.
    private static BeatGrid Grid(IEnumerable<ArrangedNote> notes, TempoMap tempo, QuantiseGrid grid)
    {
        double[] onsets = [.. notes.Where(note => !note.IsHeldOver).Select(note => (double)note.StartTicks)];
        return grid == QuantiseGrid.Auto ? GridFinder.Find(onsets, tempo.TicksPerSecond) : GridFinder.Swung(grid, onsets);
    }

    // A bar line at or before the first note, bar 1 where nothing comes before it.
    private static long StartTicks(
        List<(TranscriptionMode Mode, IReadOnlyList<ArrangedNote> Notes)> parts, TempoMap tempo, TimeSelection selection, bool startAtBarOne)
    {
        long bar = tempo.Meter.BarTicks;
        long earliest = parts.SelectMany(part => part.Notes).Select(note => note.StartTicks).DefaultIfEmpty(0).Min();
        long asked = startAtBarOne || selection.StartSeconds <= 0 ? 0 : Floor(Math.Round(tempo.TicksAt(selection.StartSeconds)), bar);
        return Math.Min(asked, Floor(earliest + Math.Round(EarlySeconds * tempo.TicksPerSecond), bar));
    }

    private static IReadOnlyList<ArrangedNote> NotBefore(long startTicks, IReadOnlyList<ArrangedNote> notes) => NoteCleanUp.Apart(
        [.. notes.Where(note => note.EndTicks > startTicks).Select(note => note.BeginningAt(Math.Max(note.StartTicks, startTicks)))]);

    private static long Floor(double ticks, long bar) => (long)Math.Floor(ticks / bar) * bar;

    private static MidiKeyChange? Signature(string? key, int semitones)
    {
        if (semitones % 12 == 0)
        {
            return MidiKeyChange.FromName(0, key);
        }

        // The signature moves by fifths: seven for each semitone up.
        const int Fifths = 7, Circle = 12, MostFlats = -6;
        MidiKeyChange? heard = MidiKeyChange.FromName(0, key);
        return heard is null ? null : heard with { SharpsOrFlats = Modulo(heard.SharpsOrFlats + (Fifths * semitones) - MostFlats, Circle) + MostFlats };
    }

    private static int Modulo(int value, int by) => ((value % by) + by) % by;

    private static bool IsOneVoice(TranscriptionMode mode, ArrangementOptions options) =>
        mode == TranscriptionMode.Mono || (options.Monophonic && mode != TranscriptionMode.Drums);

    private static MidiTrack Track(TranscriptionMode mode, IReadOnlyList<ArrangedNote> notes, TrackRole role, long startTicks, ArrangementOptions options)
    {
        int channel = mode == TranscriptionMode.Drums ? MidiTrack.DrumChannel : 0;
        ArrangedNote[] moved = [.. notes.Select(note => note.MovedTo(note.StartTicks - startTicks))];
        (IReadOnlyList<MidiPitchBend> bends, IReadOnlyList<MidiControlChange> controls) = options.WithBends && IsOneVoice(mode, options)
            ? PitchWheel.Of(moved, channel)
            : ([], []);
        return new MidiTrack(
            RoleInstruments.Name(role, mode),
            RoleInstruments.Program(role, mode),
            [.. moved.Select(note => new MidiNote(note.StartTicks, note.LengthTicks, note.Pitch, note.Velocity, channel))])
        {
            Bends = bends,
            Controls = controls,
        };
    }
}
