using GrooveGuru.Core.Arrangement;
using GrooveGuru.Core.Midi;
using GrooveGuru.Core.Semantics.Roles;
using GrooveGuru.Core.Transcription;

namespace GrooveGuru.Core.Tests.Arrangement;

public class ArrangerTests
{
    private static readonly ArrangementOptions AsPlayed = new();

    [Fact]
    public void Arrange_NoteOnBarOne_StartsAtTickZero()
    {
        ArrangedSong arranged = Arrange(TempoMap.Steady(100, 0.25, Meter.Common), AsPlayed, Note(0.25, 0.85), Note(2.65, 2.95, 62));
        Assert.Equal([0, 3840], Starts(arranged));
        Assert.Equal([960, 480], arranged.Song.Tracks[0].Notes.Select(note => note.LengthTicks));
        Assert.Equal(0.25, arranged.StartSeconds, 1e-9);
    }

    [Fact]
    public void Arrange_PickupBeforeBarOne_MovesOnByWholeBars()
    {
        ArrangedSong arranged = Arrange(TempoMap.Steady(120, 1, Meter.Common), AsPlayed, Note(0.5, 1), Note(1, 2, 62));
        Assert.Equal([2880, 3840], Starts(arranged));
        Assert.Equal(-1, arranged.StartSeconds, 1e-9);
    }

    [Fact]
    public void Arrange_NoteHeardAMomentEarly_BeginsTheBar()
    {
        ArrangedSong arranged = Arrange(TempoMap.Steady(120, 1, Meter.Common), AsPlayed, Note(0.97, 1.5), Note(1.5, 2, 62));
        Assert.Equal([0, 960], Starts(arranged));
    }

    [Theory]
    [InlineData(93.7)]
    [InlineData(161.01)]
    public void Arrange_AnyTempo_KeepsTimesInSeconds(double bpm)
    {
        ArrangedSong arranged = Arrange(TempoMap.Steady(bpm, 0.1, Meter.Common), AsPlayed, Note(60.123, 61));
        Assert.Equal(60.123, arranged.StartSeconds + arranged.Song.SecondsAt(Starts(arranged).Single()), 0.001);
    }

    [Fact]
    public void Arrange_UnknownTempo_KeepsTimesAndQuantisesNothing()
    {
        ArrangedSong arranged = Arrange(TempoMap.Unknown, new ArrangementOptions { QuantiseStrength = 1 }, Note(1.537, 2), Note(2.611, 3));
        Assert.Equal(120, arranged.Song.Tempos[0].Bpm);
        Assert.Equal([1.537, 2.611], Starts(arranged).Select(ticks => Math.Round(arranged.Song.SecondsAt(ticks), 3)));
        Assert.Contains("--tempo", Assert.Single(arranged.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void Arrange_Quantised_LiesOnTheGridOfAFollowedTempo()
    {
        TempoMap tempo = TempoMap.Following([(0, 0), (4, 2), (8, 4.6), (12, 6.2), (16, 8.3)], Meter.Common);
        TranscribedNote[] notes = [.. Enumerable.Range(0, 32).Select(index => tempo.SecondsAt((index * 480) + (index % 3 * 9))).Select((onset, index) => Note(onset, onset + 0.2, 60 + index))];
        ArrangedSong arranged = Arrange(tempo, new ArrangementOptions { QuantiseStrength = 1 }, notes);
        Assert.Equal(Enumerable.Range(0, 32).Select(index => index * 480L), Starts(arranged));
    }

    [Theory]
    [InlineData(QuantiseGrid.Eighth)]
    [InlineData(QuantiseGrid.Auto)]
    public void Arrange_DrumsAndNotes_SwingTogether(QuantiseGrid grid)
    {
        TempoMap tempo = TempoMap.Steady(120, 0, Meter.Common);
        TranscribedNote[] drums = [.. Enumerable.Range(0, 64).Select(index => tempo.SecondsAt((index / 2 * 960) + (index % 2 * 600))).Select(at => Note(at, at + 0.05, 42))];
        TranscribedNote[] keys = [Note(0, 0.2), Note(tempo.SecondsAt(590), 0.5, 62), Note(2, 2.2, 64)];
        ArrangedSong arranged = Arranger.Arrange(
            [new TranscribedPart(TranscriptionMode.Poly, keys), new TranscribedPart(TranscriptionMode.Drums, drums)], tempo, null, TrackRole.Keys,
            new ArrangementOptions { QuantiseStrength = 1, Grid = grid });
        Assert.Equal([0, 600, 3840], Starts(arranged));
        Assert.All(arranged.Song.Tracks[1].Notes, note => Assert.Contains(note.StartTicks % 960, (long[])[0, 600]));
    }

    [Theory]
    [InlineData(false, 960, 4)]
    [InlineData(true, 8640, 0)]
    public void Arrange_Selection_BeginsWithItsBarUnlessItBelongsIntoAProject(bool inProject, long firstStart, double startSeconds)
    {
        ArrangementOptions options = new() { Selection = new TimeSelection(4.2, 6) };
        ArrangedSong arranged = Arranger.Arrange(
            [new TranscribedPart(TranscriptionMode.Mono, [Note(1, 2), Note(4.5, 7), Note(7, 8)])], TempoMap.Steady(120, 0, Meter.Common), null,
            TrackRole.Unknown, options, inProject);
        MidiNote only = Assert.Single(arranged.Song.Tracks[0].Notes);
        Assert.Equal((firstStart, 2880), (only.StartTicks, only.LengthTicks));
        Assert.Equal(startSeconds, arranged.StartSeconds, 1e-9);
    }

    [Fact]
    public void Arrange_NoteHeldOverIntoASelection_IsNotQuantisedAsIfItWereStruckThere()
    {
        // From 1.1 beats on, where a note of the second beat still sounds: its rest begins there and not on the beat.
        ArrangementOptions options = new() { Selection = new TimeSelection(0.55, 10), QuantiseStrength = 1, Grid = QuantiseGrid.Quarter };
        ArrangedSong arranged = Arrange(TempoMap.Steady(120, 0, Meter.Common), options, Note(0.3, 1.4), Note(1.53, 2, 62), Note(2.02, 2.5, 64));
        Assert.Equal([1056, 2880, 3840], Starts(arranged));
    }

    [Fact]
    public void Arrange_StrokeBeforeASelection_IsNotPartOfIt()
    {
        ArrangedSong arranged = Arranger.Arrange(
            [new TranscribedPart(TranscriptionMode.Drums, [Note(0.9, 1.3, 49), Note(1, 1.1, 36)])], TempoMap.Steady(120, 0, Meter.Common), null,
            TrackRole.Unknown, new ArrangementOptions { Selection = new TimeSelection(1, 4) });
        Assert.Equal(36, Assert.Single(arranged.Song.Tracks[0].Notes).Pitch);
    }

    [Fact]
    public void Arrange_NoteHeardAMomentEarly_KeepsItsBendsWhereTheyWereHeard()
    {
        TranscribedNote early = Note(0.97, 2) with { Bends = [new(0, 0.5), new(0.53, -0.5)] };
        ArrangedSong arranged = Arrange(TempoMap.Steady(120, 1, Meter.Common), new ArrangementOptions { WithBends = true }, early);
        MidiTrack track = arranged.Song.Tracks[0];
        Assert.Equal(0, track.Notes[0].StartTicks);
        Assert.Equal([0, 960, track.Notes[0].LengthTicks], track.Bends.Select(bend => bend.Ticks));
    }

    [Theory]
    [InlineData(TranscriptionMode.Poly, false, true)]
    [InlineData(TranscriptionMode.Poly, true, false)]
    [InlineData(TranscriptionMode.Mono, false, false)]
    [InlineData(TranscriptionMode.Drums, false, true)]
    public void Arrange_BendsOfSeveralNotes_AreNotWrittenWithAWord(TranscriptionMode mode, bool monophonic, bool said)
    {
        ArrangedSong arranged = Arranger.Arrange(
            [new TranscribedPart(mode, [Note(0, 1, 40)])], TempoMap.Steady(120, 0, Meter.Common), null, TrackRole.Unknown,
            new ArrangementOptions { WithBends = true, Monophonic = monophonic });
        Assert.Equal(said, arranged.Remarks.Any(remark => remark.StartsWith("No bends", StringComparison.Ordinal)));
    }

    [Fact]
    public void Arrange_Roles_GiveNamesAndInstrumentsAndDrumsTheirChannel()
    {
        ArrangedSong arranged = Arranger.Arrange(
            [
                new TranscribedPart(TranscriptionMode.Mono, [Note(0, 1, 40)]),
                new TranscribedPart(TranscriptionMode.Drums, [Note(0, 0.1, 36), Note(0.5, 0.6, 38)]),
            ],
            TempoMap.Steady(120, 0, new Meter(6, 8)), "A minor", TrackRole.Bass, new ArrangementOptions { TransposeSemitones = 3, Legato = true, FixedVelocity = 77 });
        Assert.Equal([("Bass", 33), ("Drums", null)], arranged.Song.Tracks.Select(track => (track.Name, track.Program)));
        Assert.Equal([(43, 0), (36, 9), (38, 9)], arranged.Song.Tracks.SelectMany(track => track.Notes).Select(note => (note.Pitch, note.Channel)));
        Assert.All(arranged.Song.Tracks.SelectMany(track => track.Notes), note => Assert.Equal(77, note.Velocity));
        Assert.Equal(new MidiMeterChange(0, 6, 8), Assert.Single(arranged.Song.Meters));
        Assert.Equal(MidiKeyChange.FromName(0, "C minor"), Assert.Single(arranged.Song.Keys));
    }

    [Theory]
    [InlineData("C major", 1, "Db major")]
    [InlineData("C major", -1, "B major")]
    [InlineData("D minor", 12, "D minor")]
    [InlineData("F# minor", 5, "B minor")]
    public void Arrange_Transposed_MovesTheKeySignatureToo(string heard, int semitones, string written)
    {
        ArrangedSong arranged = Arranger.Arrange(
            [new TranscribedPart(TranscriptionMode.Mono, [Note(0, 1)])], TempoMap.Unknown, heard, TrackRole.Lead,
            new ArrangementOptions { TransposeSemitones = semitones });
        Assert.Equal(MidiKeyChange.FromName(0, written), Assert.Single(arranged.Song.Keys));
    }

    [Fact]
    public void Arrange_AnyOptions_CanBeWritten()
    {
        var random = new Random(8);
        for (int round = 0; round < 200; round++)
        {
            TranscribedNote[] notes = [.. Enumerable.Range(0, random.Next(1, 80)).Select(_ => random.NextDouble() * 20).Select(onset =>
                Note(onset, onset + 0.01 + random.NextDouble(), random.Next(0, 128)) with { Bends = [new(0, random.NextDouble()), new(0.1, -random.NextDouble() * 3)] })];
            ArrangementOptions options = new()
            {
                QuantiseStrength = random.NextDouble(),
                Grid = (QuantiseGrid)random.Next(7),
                Legato = random.Next(2) == 0,
                Monophonic = random.Next(2) == 0,
                MinimumLengthSeconds = random.NextDouble() * 0.1,
                TransposeSemitones = random.Next(-48, 49),
                Selection = new TimeSelection(random.NextDouble() * 5, 5 + (random.NextDouble() * 10)),
                WithBends = random.Next(2) == 0,
            };
            TempoMap tempo = random.Next(3) == 0 ? TempoMap.Unknown : TempoMap.Steady(40 + (200 * random.NextDouble()), random.NextDouble() * 3, new Meter(random.Next(2, 8)));
            ArrangedSong arranged = Arranger.Arrange(
                [new TranscribedPart((TranscriptionMode)random.Next(1, 4), notes)], tempo, "G major", (TrackRole)random.Next(9), options, random.Next(2) == 0);
            using MemoryStream stream = new();
            MidiFileWriter.Write(arranged.Song, stream);
            Assert.Equal(arranged.Song.Tracks.Sum(track => track.Notes.Count), MidiFileReader.Read(stream.ToArray()).Tracks.Sum(track => track.Notes.Count));
        }
    }

    private static ArrangedSong Arrange(TempoMap tempo, ArrangementOptions options, params TranscribedNote[] notes) =>
        Arranger.Arrange([new TranscribedPart(TranscriptionMode.Mono, notes)], tempo, "D minor", TrackRole.Unknown, options);

    private static IEnumerable<long> Starts(ArrangedSong arranged) => arranged.Song.Tracks[0].Notes.Select(note => note.StartTicks);

    private static TranscribedNote Note(double onset, double offset, int pitch = 60) => new(onset, offset, pitch, 90, 1);
}
