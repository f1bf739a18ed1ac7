using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Tests.Reporting;

public sealed class StructureTextTests
{
    [Fact]
    public void Line_NothingFound_IsNull() => Assert.Null(StructureText.Line(new ExtendedMeasures()));

    [Fact]
    public void Line_AllFound_NamesTheLongestSureChordsFirst()
    {
        ExtendedMeasures extended = new() { Meter = new Meter { BeatsPerBar = 4, Confidence = 0.93 } };
        extended.Sections.Add([Span("A", 0, 8, 1), Span("B", 8, 16, 1)]);
        extended.Chords.Add([Span("F", 0, 1, 0.9), Span("Bb", 1, 5, 0.9), Span("C", 5, 9, 0.2), Span("N", 9, 14, 1), Span("Eb", 14, 16, 0.9)]);

        Assert.Equal("4 beats a bar (93 %), 2 sections (A B), mostly Bb Eb F.", StructureText.Line(extended));
    }

    private static LabelledSpan Span(string label, double startSeconds, double endSeconds, double confidence) =>
        new() { Label = label, StartSeconds = startSeconds, EndSeconds = endSeconds, Confidence = confidence };
}
