using GrooveGuru.Bridge.Reporting.Page;

namespace GrooveGuru.Bridge.Tests.Reporting;

public class ReportPageTextTests
{
    [Theory]
    [InlineData("loudness -9.3 LUFS, 2.0 dB.", "loudness \u22129.3\u00a0LUFS, 2.0\u00a0dB.")]
    [InlineData("5 samples, 23 % likely", "5 samples, 23\u00a0% likely")]
    [InlineData("3 sections -> 4 steps", "3 sections \u2192 4 steps")]
    public void Prose_NumberBeforeItsUnit_StaysWithIt(string text, string expected) =>
        Assert.Equal(expected, System.Net.WebUtility.HtmlDecode(ReportPageText.Prose(text)));
}
