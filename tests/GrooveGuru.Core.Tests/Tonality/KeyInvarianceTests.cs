using GrooveGuru.Core.Features;
using GrooveGuru.Core.Tonality;

namespace GrooveGuru.Core.Tests.Tonality;

/// <summary>What a key may and may not depend on.</summary>
public class KeyInvarianceTests
{
    private static FeatureValue Key(float[] samples) => Analyze(samples).Features.Find(FeatureIds.Key)!;

    private static TrackAnalysis Analyze(float[] samples) =>
        TrackAnalyzer.Analyze(Signals.Mono(samples, Cadence.SampleRateHz), AnalysisScope.Tonality);

    [Theory]
    [InlineData(KeyMode.Major)]
    [InlineData(KeyMode.Minor)]
    public void Analyze_TransposedCadence_TransposesTheKey(KeyMode mode)
    {
        int[][] chords = mode == KeyMode.Major ? Cadence.Major : Cadence.Minor;
        for (int semitones = -5; semitones <= 6; semitones++)
        {
            FeatureValue key = Key(Cadence.Play(chords, transpose: semitones));

            Assert.Equal(new MusicalKey((semitones + 12) % 12, mode).ToString(), key.Text);
            Assert.InRange(key.Confidence!.Value, 0.8, 1);
        }
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(4)]
    public void Analyze_OtherGain_ChangesNothing(double gain)
    {
        FeatureValue one = Key(Cadence.Play(Cadence.Minor)), other = Key(Cadence.Play(Cadence.Minor, gain: gain));

        Assert.Equal(one.Text, other.Text);
        Assert.Equal(one.Confidence!.Value, other.Confidence!.Value, 0.001);
    }

    [Theory]
    [InlineData(1234)]
    [InlineData(3 * Cadence.SampleRateHz)]
    public void Analyze_LaterStart_ChangesTheKeyNotAndTheChordsByTheShift(int samples)
    {
        // What sounds from the first sample on may be cut out of the middle, and how it opens tells no key: both begin in silence.
        float[] music = [.. new float[Cadence.SampleRateHz / 100], .. Cadence.Play(Cadence.Major)];
        TrackAnalysis one = Analyze(music), other = Analyze([.. new float[samples], .. music]);

        Assert.Equal(one.Features.Find(FeatureIds.Key)!.Text, other.Features.Find(FeatureIds.Key)!.Text);
        Assert.Equal(one.Features.Number(FeatureIds.KeyConfidence)!.Value, other.Features.Number(FeatureIds.KeyConfidence)!.Value, 0.05);
        ChordSegment[] before = [.. one.Extended.Chords.Where(chord => chord.Label != "N")];
        ChordSegment[] after = [.. other.Extended.Chords.Where(chord => chord.Label != "N")];
        Assert.Equal(before.Select(chord => chord.Label), after.Select(chord => chord.Label));
        for (int chord = 1; chord < before.Length; chord++)
        {
            Assert.Equal(before[chord].StartSeconds + ((double)samples / Cadence.SampleRateHz), after[chord].StartSeconds, 0.1);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(35)]
    [InlineData(-41)]
    public void Analyze_DetunedCadence_HearsTheTuningAndTheSameKey(double cents)
    {
        TrackAnalysis analysis = Analyze(Cadence.Play(Cadence.Major, cents: cents));

        Assert.Equal(cents, analysis.Extended.TuningCents!.Value, 2.0);
        Assert.Equal("C major", analysis.Features.Find(FeatureIds.Key)!.Text);
    }

    [Fact]
    public void Analyze_Cadence_NamesItsChords()
    {
        string[] labels = [.. Analyze(Cadence.Play(Cadence.Minor)).Extended.Chords.Where(chord => chord.Label != "N").Select(chord => chord.Label)];

        Assert.Equal(["Cm", "Fm", "G7", "Cm", "Ab", "Fm", "G7", "Cm"], labels);
    }

    [Fact]
    public void Analyze_Cadence_GivesAChromaSeriesOfUnitSums()
    {
        TrackSeries series = Analyze(Cadence.Play(Cadence.Major)).Series;

        Assert.Equal(0.0929, series.ChromaHopSeconds, 0.0001);
        Assert.Equal(0, series.Chroma.Count % 12);
        Assert.All(series.Chroma.Chunk(12).Skip(3).SkipLast(4), frame => Assert.Equal(1, frame.Sum(), 1e-4));
    }
}
