using System.Text;
using GrooveGuru.Bridge.Reporting;
using GrooveGuru.Bridge.Reporting.Page;
using GrooveGuru.Contracts.V1;
using Spectre.Console;

namespace GrooveGuru.Bridge.Tests.Reporting;

public class AdviceTextTests
{
    private const string PossibleChain = "The possible changes as one chain, to compare by ear";

    [Theory]
    [InlineData("page")]
    [InlineData("terminal")]
    public void Advice_LikelyAndPossible_StandsInTwoGroupsUnderTheVerdict(string where)
    {
        string said = Said(where, Report((0.3, "eq.low_mids"), (0.9, "gain.level"), (0.1, "eq.brightness")));

        AssertInOrder(
            said, AdviceText.LikelyHeading, "The verdict.", "2. gain title", AdviceText.PossibleHeading, "1. eq title", "3. eq title", "As one chain");
        Assert.DoesNotContain(PossibleChain, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page")]
    [InlineData("terminal")]
    public void Advice_NothingLikely_CallsTheChainPossible(string where)
    {
        string said = Said(where, Report((0.3, "eq.low_mids"), (0.1, "eq.brightness")));

        AssertInOrder(said, AdviceText.LikelyHeading, "The verdict.", AdviceText.PossibleHeading, PossibleChain);
        Assert.DoesNotContain("As one chain", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page")]
    [InlineData("terminal")]
    public void Advice_AllLikely_HasNoGroupToCompare(string where) => Assert.DoesNotContain(
        AdviceText.PossibleHeading, Said(where, Report((0.8, "eq.low_mids"), (0.5, "gain.level"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("page")]
    [InlineData("terminal")]
    public void Chain_Steps_NameTheirPlaceAndNoRule(string where)
    {
        TrackReport report = Report((0.9, "gain.level"), (0.8, "eq.low_mids"));
        report.WholeChain.Steps.Add(new ChainStep { Action = "Widen", RecommendationId = "spatial.off_centre", Because = "Last.", Processor = new ProcessorSettings() });
        report.WholeChain.Steps.Add(new ChainStep { Action = "Trim", Because = "Equal.", Processor = new ProcessorSettings() });

        string said = Said(where, report).Replace("</b><small>", "", StringComparison.Ordinal).Replace("</small><br>", "", StringComparison.Ordinal);

        Assert.Contains("Do gain (1)", said, StringComparison.Ordinal);
        Assert.Contains("Do eq (2)", said, StringComparison.Ordinal);
        Assert.Contains("Widen (for: off centre)", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Trim (", said, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(eq|gain|spatial)\.[a-z_]+", said);
    }

    [Fact]
    public void ChangesOnlyLevel_Chains_IsTrueForGainAlone()
    {
        ProcessorSettings gain = new() { Gain = new GainSettings { GainDb = -3 } }, width = new() { StereoWidth = new StereoWidthSettings() };
        Assert.True(AdviceText.ChangesOnlyLevel([gain, gain]));
        Assert.False(AdviceText.ChangesOnlyLevel([width, gain]));
        Assert.False(AdviceText.ChangesOnlyLevel([]));
    }

    [Fact]
    public void Page_OnlyTheLevelChanges_SaysSoInsteadOfPlots()
    {
        TrackReport report = Report((0.9, "gain.level"));
        report.Recommendations[0].Chain.Add(new ProcessorSettings { Gain = new GainSettings { GainDb = -3 } });
        Assert.Contains("Only the level changes: at equal loudness before and after are the same.", Said("page", report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(0, false)]
    public void Terminal_SamplesThatCannotBeUsed_AreNamed(int count, bool named)
    {
        TrackReport report = Report((0.9, "gain.level"));
        report.Extended = new ExtendedMeasures { NonFiniteSamples = count };
        report.Summary.AddRange(["A full mix.", "3 samples are no usable numbers."]);
        using StringWriter output = new();
        AdvicePrinter.Print(ConsoleTo(output), report);
        Assert.Equal(named, output.ToString().Contains("3 samples are no usable numbers.", StringComparison.Ordinal));
        Assert.DoesNotContain("A full mix.", output.ToString(), StringComparison.Ordinal);
    }

    private static void AssertInOrder(string said, params string[] parts)
    {
        int at = 0;
        foreach (string part in parts)
        {
            int found = said.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"'{part}' is missing, or stands too early, in {said}");
            at = found + part.Length;
        }
    }

    private static string Said(string where, TrackReport report)
    {
        if (where == "page")
        {
            StringBuilder html = new();
            ReportPageText.AppendAdvice(html, report);
            ReportPageChain.Append(html, report);
            return html.ToString();
        }

        using StringWriter output = new();
        AdvicePrinter.PrintAdvice(ConsoleTo(output), report);
        return output.ToString();
    }

    private static IAnsiConsole ConsoleTo(StringWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 200;
        return console;
    }

    private static TrackReport Report(params (double Confidence, string Id)[] given)
    {
        TrackReport report = new() { VerdictText = "The verdict.", WholeChain = new WholeChain { Text = "Tried." } };
        foreach ((double confidence, string id) in given)
        {
            string domain = id.Split('.')[0];
            report.Recommendations.Add(new Recommendation { Id = id, Confidence = confidence, Priority = 2, Title = $"{domain} title", Text = "Why." });
            report.WholeChain.Steps.Add(new ChainStep { Action = $"Do {domain}", RecommendationId = id, Because = "So.", Processor = new ProcessorSettings() });
        }

        return report;
    }
}
