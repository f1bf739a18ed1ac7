using System.Text;
using GrooveGuru.Bridge.Reporting.Page;
using GrooveGuru.Contracts.V1;

namespace GrooveGuru.Bridge.Tests.Reporting;

public class BeforeAfterPlotsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Append_Plots_EachHasTheKeyOfWhatItDraws(bool touchesStereo)
    {
        string html = Draw(touchesStereo, width: 0.2, folder: "01-eq");
        Assert.Contains("class=\"was\"></i>before", html, StringComparison.Ordinal);
        Assert.Equal(touchesStereo, html.Contains("class=\"wasbar\"></i>before", StringComparison.Ordinal));
        Assert.Contains("Listen, equally loud: <a href=\"01-eq/before.wav\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Append_NoFolder_SpeaksOfNoFiles() =>
        Assert.DoesNotContain("before.wav", Draw(touchesStereo: true, width: 0.2, folder: ""), StringComparison.Ordinal);

    [Fact]
    public void Append_WidthOfZero_DrawsASliver() => Assert.DoesNotContain(" width=\"0\"", Draw(touchesStereo: true, width: 0, folder: ""), StringComparison.Ordinal);

    private static string Draw(bool touchesStereo, double width, string folder)
    {
        BeforeAfter plots = new() { TouchesStereo = touchesStereo };
        plots.SpectrumHz.AddRange([100, 200, 400]);
        plots.SpectrumBeforeDb.AddRange([0, -3, -6]);
        plots.SpectrumAfterDb.AddRange([0, -3, -9]);
        plots.BandStereoBefore.Add(new BandStereo { Width = width });
        plots.BandStereoAfter.Add(new BandStereo { Width = 0.4 });
        StringBuilder html = new();
        TrackReport report = new() { Extended = new ExtendedMeasures() };
        BeforeAfterPlots.Append(html, plots, folder, [new ProcessorSettings { StereoWidth = new StereoWidthSettings() }], report);
        return html.ToString();
    }
}
