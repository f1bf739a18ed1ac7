using GrooveGuru.Plugin.Editor;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Drawing.Cairo;
using GrooveGuru.Plugin.Editor.Views.Pages;
using GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;

namespace GrooveGuru.Plugin.Tests.Editor.Views;

/// <summary>Pictures of every state; kept where GROOVEGURU_PICTURES names a folder, to be looked at.</summary>
[Collection(DrawingCollection.Name)]
public sealed class PictureTests
{
    private const int FewestColors = 12;

    private static Dictionary<string, (EditorState State, string Tab, double Height)> Known { get; } = new()
    {
        ["no-bridge"] = (SampleStates.NoBridge, "overview", 520),
        ["silent"] = (SampleStates.Silent, "overview", 520),
        ["overview"] = (SampleStates.Judged, "overview", 520),
        ["overview-tall"] = (SampleStates.Judged, "overview", 900),
        ["advice"] = (SampleStates.Judged, "advice", 520),
        ["advice-tall"] = (SampleStates.Judged, "advice", 1000),
        ["advice-followed"] = (SampleStates.Followed, "advice", 640),
        ["advice-clean"] = (SampleStates.Clean, "advice", 520),
        ["work-new"] = (SampleStates.Judged, "work", 520),
        ["work-running"] = (SampleStates.Working, "work", 520),
        ["work-made"] = (SampleStates.Made, "work", 520),
        ["work-listening"] = (SampleStates.Listening, "work", 760),
        ["work-listening-in-vain"] = (SampleStates.ListeningInVain, "work", 760),
        ["odd"] = (SampleStates.Odd, "advice", 520),
        ["failed"] = (SampleStates.Failed, "work", 520),
    };

    public static TheoryData<string> States => [.. Known.Keys];

    [DrawingTheory]
    [MemberData(nameof(States))]
    public void Paint_Full_IsAPictureAtEveryScaleAndTheme(string name)
    {
        (EditorState state, string tab, double height) = Known[name];
        foreach (EditorTheme theme in Enum.GetValues<EditorTheme>())
        {
            foreach (double scale in new[] { 1.0, 1.5, 2.0, 3.0 })
            {
                EditorPreferences preferences = EditorPreferences.Default with { Tab = tab, Theme = theme, Height = height };
                AssertPicture(name, new TestWindow(state, preferences, scale), theme, scale);
            }
        }
    }

    [DrawingTheory]
    [MemberData(nameof(States))]
    public void Paint_Compact_IsAPictureAtEveryScaleAndTheme(string name)
    {
        foreach (EditorTheme theme in Enum.GetValues<EditorTheme>())
        {
            foreach (double scale in new[] { 1.0, 1.5, 2.0, 3.0 })
            {
                EditorPreferences preferences = EditorPreferences.Default with { IsCompact = true, Theme = theme };
                AssertPicture($"compact-{name}", new TestWindow(Known[name].State, preferences, scale), theme, scale);
            }
        }
    }

    [DrawingTheory]
    [InlineData(0)]
    [InlineData(1)]
    public void Paint_InUse_IsAPicture(int themeIndex)
    {
        EditorTheme theme = (EditorTheme)themeIndex;
        EditorPreferences preferences = EditorPreferences.Default with { Tab = "advice", Theme = theme };
        TestWindow typing = new(SampleStates.Judged, preferences, 2);
        typing.Click(HeaderBar.NameFieldId);
        typing.Type("a", PointerModifiers.Control);
        AssertPicture("use-typing", typing, theme, 2);

        TestWindow settings = new(SampleStates.Judged, preferences, 2);
        settings.Click("settings");
        AssertPicture("use-settings", settings, theme, 2);

        TestWindow role = new(SampleStates.Judged, preferences, 2);
        Reach(role, HeaderBar.RoleId);
        role.Key(EditorKey.Enter);
        AssertPicture("use-role", role, theme, 2);

        TestWindow small = new(SampleStates.Judged with { TrackRole = GrooveGuru.Contracts.V1.TrackRole.Bass }, preferences with { IsCompact = true }, 2);
        small.Click(HeaderBar.RoleId);
        AssertPicture("use-role-compact", small, theme, 2);

        TestWindow why = new(SampleStates.NoBridge, preferences, 2);
        Rect analyse = why.Find("analyse").Bounds;
        why.View.PointerMoved(analyse.X + 5, analyse.Y + 5, PointerModifiers.None);
        why.Pass();
        why.Pass(1);
        AssertPicture("use-why-disabled", why, theme, 2);

        TestWindow focus = new(SampleStates.Judged, preferences, 2);
        while (focus.View.Stage.Focused?.Name != "Copy settings")
        {
            focus.Key(EditorKey.Tab);
        }

        focus.Pass(1);
        AssertPicture("use-focus", focus, theme, 2);
    }

    private static void Reach(TestWindow window, string id)
    {
        while (window.View.Stage.Focused?.Id != id)
        {
            window.Key(EditorKey.Tab);
        }
    }

    private static void AssertPicture(string name, TestWindow window, EditorTheme theme, double scale)
    {
        using (window)
        {
            using ImageSurface image = window.Paint();
            HashSet<uint> colors = [];
            for (int y = 0; y < image.HeightPixels; y += 2)
            {
                for (int x = 0; x < image.WidthPixels; x++)
                {
                    colors.Add(image.PixelAt(x, y));
                }
            }

            Keep(image, FormattableString.Invariant($"{name}-{theme}-{scale:0.#}x.png"));
            Assert.True(colors.Count >= FewestColors, $"{name} at {scale} in {theme} has {colors.Count} colours only");
        }
    }

    private static void Keep(ImageSurface image, string file)
    {
        if (Environment.GetEnvironmentVariable("GROOVEGURU_PICTURES") is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            image.WritePng(Path.Combine(folder, file));
        }
    }
}
