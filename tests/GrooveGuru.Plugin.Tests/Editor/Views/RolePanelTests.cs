using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Pages;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;
using GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

[Collection(DrawingCollection.Name)]
public sealed class RolePanelTests
{
    public static TheoryData<string, bool> Roles
    {
        get
        {
            TheoryData<string, bool> data = [];
            foreach (TrackRole role in RoleWords.Known.Append(TrackRole.Unspecified))
            {
                data.Add(role.ToString(), false);
                data.Add(role.ToString(), true);
            }

            return data;
        }
    }

    [DrawingTheory]
    [MemberData(nameof(Roles))]
    public void Choose_WithTheMouse_TellsTheDeskAndCloses(string role, bool isCompact)
    {
        using TestWindow window = new(preferences: EditorPreferences.Default with { IsCompact = isCompact });
        window.Click(HeaderBar.RoleId);
        window.Click($"role/{role}");
        Assert.Equal([$"role {role}"], window.Desk.Calls);
        Assert.Null(window.FindOrNull($"role/{role}"));
        Assert.StartsWith(role == nameof(TrackRole.Unspecified) ? "Full mix, by ear" : RoleWords.Name(Enum.Parse<TrackRole>(role)), window.Find(HeaderBar.RoleId).Name, StringComparison.Ordinal);
    }

    [DrawingFact]
    public void Choose_WithTheKeyboard_GoesInAndComesBack()
    {
        using TestWindow window = new();
        Reach(window, HeaderBar.RoleId);
        window.Key(EditorKey.Enter);
        Assert.Equal("role/Unspecified", window.View.Stage.Focused?.Id);
        window.Key(EditorKey.Down);
        window.Key(EditorKey.Down);
        Assert.Equal("role/Bass", window.View.Stage.Focused?.Id);
        window.Key(EditorKey.Space);
        Assert.Equal(["role Bass"], window.Desk.Calls);
        Assert.Equal(HeaderBar.RoleId, window.View.Stage.Focused?.Id);
        window.Key(EditorKey.Enter);
        Assert.Equal("role/Bass", window.View.Stage.Focused?.Id);
        Assert.True(window.Key(EditorKey.Escape));
        Assert.Null(window.FindOrNull("role/Bass"));
        Assert.Equal(HeaderBar.RoleId, window.View.Stage.Focused?.Id);
        Assert.Single(window.Desk.Calls);
    }

    [DrawingFact]
    public void Panel_OpenAndClickedBeside_Closes()
    {
        using TestWindow window = new();
        window.Click(HeaderBar.RoleId);
        Assert.NotNull(window.FindOrNull("role/Bass"));
        window.Click(HeaderBar.SettingsId);
        Assert.Null(window.FindOrNull("role/Bass"));
        window.Click(HeaderBar.RoleId);
        window.Click(5, 500);
        Assert.Null(window.FindOrNull("role/Bass"));
        Assert.Empty(window.Desk.Calls);
    }

    [DrawingFact]
    public void Panel_OfAGuess_SaysItAndWhyItMatters()
    {
        using TestWindow window = new();
        Assert.Contains("Advice for a kick is not advice for a mix", window.Find(HeaderBar.RoleId).Tooltip, StringComparison.Ordinal);
        window.Click(HeaderBar.RoleId);
        Assert.Equal("Listen and guess (now: full mix, 92 %)", window.Find("role/Unspecified").Name);
        Assert.Equal(ButtonLook.On, ((Button)window.Find("role/Unspecified")).Look);
    }

    [DrawingFact]
    public void Role_SaidByTheUser_IsWhatTheOverviewShows()
    {
        using TestWindow window = new(SampleStates.Judged with { TrackRole = TrackRole.Bass });
        Assert.True(window.Shows("your choice"));
        Assert.True(window.Shows("By its sound it could be: full mix (92 %)."));
    }

    [Theory]
    [InlineData(0xFF000000)]
    [InlineData(0xFFFFFFFF)]
    [InlineData(0xFFB0673C)]
    [InlineData(0xFF777777)]
    [InlineData(0xFF0000FF)]
    [InlineData(0xFFFFFF00)]
    public void Chip_OfAnyColour_HasANumberThatCanBeRead(uint color) =>
        Assert.True(Palette.Contrast(TrackChip.InkOn(new Color(color)), new Color(color)) >= 4.5);

    [DrawingTheory]
    [InlineData(null, 3, true)]
    [InlineData(0x00B0673Cu, null, true)]
    [InlineData(0xFFB0673Cu, 12, true)]
    [InlineData(null, null, false)]
    public void Chip_OfWhatTheHostTold_IsThere(uint? color, int? number, bool isThere)
    {
        using TestWindow window = new(SampleStates.Judged with { TrackColor = color, TrackNumber = number });
        TrackChip? chip = window.All.OfType<TrackChip>().SingleOrDefault();
        Assert.Equal(isThere, chip is not null);
        Assert.Equal(number is null ? "" : number.ToString(), chip?.Name ?? "");
    }

    private static void Reach(TestWindow window, string id)
    {
        while (window.View.Stage.Focused?.Id != id)
        {
            window.Key(EditorKey.Tab);
        }
    }
}
