using GrooveGuru.Core.DemoSong;
using GrooveGuru.Core.Features;
using GrooveGuru.Core.Form;
using GrooveGuru.Core.Form.Evaluation;
using GrooveGuru.Core.Tests.DemoSong;

namespace GrooveGuru.Core.Tests.Form;

/// <summary>Sections of songs whose form is known.</summary>
public class SectionsTests
{
    private const AnalysisScope Scope = AnalysisScope.Rhythm | AnalysisScope.Tonality;

    [Fact]
    public void Analyze_DemoSong_FindsItsFormWithinABar()
    {
        DemoSongRendering song = RenderedDemoSong.Value;
        IReadOnlyList<DemoSection> form = song.Truth.Sections;
        double barSeconds = song.Truth.MeterNumerator * 60 / song.Truth.TempoBpm;

        IReadOnlyList<SectionSegment> sections = TrackAnalyzer.Analyze(song.Mix, Scope).Extended.Sections;

        Assert.Equal(form.Count, sections.Count);
        for (int index = 0; index < form.Count; index++)
        {
            Assert.Equal(form[index].StartSeconds, sections[index].StartSeconds, barSeconds);
            Assert.InRange(sections[index].Confidence, 0.5, 1);
        }

        Assert.Equal(["A", "B", "C", "B"], sections.Select(section => section.Label));
    }

    [Fact]
    public void Analyze_VerseAndChorus_FindsBoundariesWithinABarAndWhatReturns()
    {
        SectionSegment[] truth = [At(0, 8, "A"), At(8, 16, "B"), At(16, 24, "A"), At(24, 32, "B"), At(32, 36, "C")];

        IReadOnlyList<SectionSegment> sections = TrackAnalyzer.Analyze(
            TestSong.Play(TestSong.Verse(8), TestSong.Chorus(8), TestSong.Verse(8), TestSong.Chorus(8), TestSong.Bridge(4)), Scope).Extended.Sections;

        Assert.Equal(1, BoundaryScore.Compare(truth, sections, TestSong.BarSeconds, trim: true).F1);
        Assert.Equal(truth.Select(section => section.Label), sections.Select(section => section.Label));
    }

    [Fact]
    public void Analyze_OneVerse_IsOneSection()
    {
        SectionSegment section = Assert.Single(TrackAnalyzer.Analyze(TestSong.Play(TestSong.Verse(16)), Scope).Extended.Sections);

        Assert.Equal("A", section.Label);
        Assert.Equal(0, section.StartSeconds);
        Assert.Equal((16 * TestSong.BarSeconds) + 1, section.EndSeconds, 0.01);
    }

    [Fact]
    public void Analyze_SteadyNoise_IsOneSection() => Assert.Single(
        TrackAnalyzer.Analyze(Signals.Mono(Signals.Noise(0.2, 40, 22_050, 9), 22_050), Scope).Extended.Sections);

    [Fact]
    public void Analyze_TooShort_HasNoForm() =>
        Assert.Empty(TrackAnalyzer.Analyze(TestSong.Play(TestSong.Verse(4)), Scope).Extended.Sections);

    [Fact]
    public void Analyze_AnySections_CoverThePieceWithoutGaps()
    {
        TrackAnalysis analysis = TrackAnalyzer.Analyze(TestSong.Play(TestSong.Verse(4), TestSong.Chorus(8)), Scope);
        IReadOnlyList<SectionSegment> sections = analysis.Extended.Sections;

        Assert.Equal(0, sections[0].StartSeconds);
        Assert.Equal(analysis.DurationSeconds, sections[^1].EndSeconds, 0.01);
        Assert.All(Enumerable.Range(1, sections.Count - 1), index => Assert.Equal(sections[index - 1].EndSeconds, sections[index].StartSeconds));
    }

    private static SectionSegment At(int firstBar, int endBar, string label) =>
        new(firstBar * TestSong.BarSeconds, endBar * TestSong.BarSeconds, label, 1);
}
