using GrooveGuru.Contracts.V1;
using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Meters;
using GrooveGuru.Plugin.Editor.Views.Pages;
using GrooveGuru.Plugin.Editor.Views.Widgets;
using GrooveGuru.Plugin.Editor.Views.Words;

namespace GrooveGuru.Plugin.Editor.Views;

/// <summary>The content of the plugin's window. It is built anew only where what it shows has changed. [main-thread]</summary>
internal sealed partial class EditorView : IEditorSurface
{
    private const double Margin = 12, Gap = 10;
    private const double CompactWidth = 520, CompactHeight = 342;
    private readonly IEditorDesk _desk;
    private readonly Stage _stage;
    private readonly EditorActions _actions;
    private (double Width, double Height) _size;
    private Widget _header = new Space();
    private Widget _banner = new Space();
    private MeterStrip _meters;
    private Widget _tabs = new Space();
    private ScrollView _page = new(new Space());
    private Widget? _panel;
    private EditorPanel _panelShown;
    private Bubble? _bubble;
    private object? _headerKey;
    private object? _pageKey;
    private IReadOnlyList<Job> _jobs = [];
    private EditorState? _state;
    private int _version;
    private EditorPreferences? _preferences;
    private string _tab = "";
    private Rect _placeOfPage;

    /// <summary>Begins with what the desk says now.</summary>
    /// <param name="desk">What stands behind the window.</param>
    /// <param name="shell">The window around it.</param>
    /// <param name="ruler">Measures text; of the canvases that it will be painted on.</param>
    public EditorView(IEditorDesk desk, IEditorShell shell, ITextRuler ruler)
    {
        _desk = desk;
        _stage = new Stage(ruler);
        _actions = new EditorActions(desk, shell);
        _meters = NewMeters();
        _size = WantedSize;
        Build(desk.State);
    }

    /// <inheritdoc/>
    public (double Width, double Height) WantedSize => _desk.Preferences is { IsCompact: false } full
        ? (Math.Max(LeastSize.Width, full.Width), Math.Max(LeastSize.Height, full.Height))
        : (CompactWidth, CompactHeight);

    /// <inheritdoc/>
    public (double Width, double Height) LeastSize => _desk.Preferences.IsCompact ? (460, 260) : (620, 400);

    /// <summary>All that is there now, from back to front.</summary>
    public IEnumerable<Widget> Roots
    {
        get
        {
            yield return _header;
            yield return _banner;
            yield return _meters;
            yield return _tabs;
            yield return _page;
            if (_panel is not null)
            {
                yield return _panel;
            }

            if (_bubble is not null)
            {
                yield return _bubble;
            }
        }
    }

    /// <summary>What all widgets share.</summary>
    public Stage Stage => _stage;

    /// <inheritdoc/>
    public void Resize(double width, double height)
    {
        _size = (Math.Max(1, width), Math.Max(1, height));
        EditorPreferences now = _desk.Preferences;
        if (!now.IsCompact && (IsOther(now.Width, _size.Width) || IsOther(now.Height, _size.Height)))
        {
            _preferences = now with { Width = _size.Width, Height = _size.Height };
            _desk.Preferences = _preferences;
        }

        HideBubble();
        Arrange();
        _stage.Repaint(Whole);
    }

    // Whole pixels of a broken scale are up to a point more than was chosen: that is no other choice, and not to be saved as one.
    private static bool IsOther(double chosenPoints, double givenPoints) => Math.Abs(givenPoints - chosenPoints) >= 1;

    /// <inheritdoc/>
    public ReadOnlySpan<Rect> Update(double nowSeconds)
    {
        _stage.NowSeconds = nowSeconds;
        Build(_desk.State);
        _meters.Take(_stage, _desk.Meters);
        _stage.Focused?.Tick(_stage);
        UpdateBubble();
        return _stage.TakeRepaint();
    }

    /// <inheritdoc/>
    public void Paint(ICanvas canvas, Rect part)
    {
        canvas.PushClip(part);
        canvas.Fill(part, _stage.Palette.Window);
        _header.PaintAll(_stage, canvas, part);
        _banner.PaintAll(_stage, canvas, part);
        _meters.PaintAll(_stage, canvas, part);
        _tabs.PaintAll(_stage, canvas, part);
        _page.PaintAll(_stage, canvas, part);
        _panel?.PaintAll(_stage, canvas, part);
        _bubble?.PaintAll(_stage, canvas, part);
        canvas.Pop();
    }

    private Rect Whole => new(0, 0, _size.Width, _size.Height);

    private MeterStrip NewMeters() => new(_desk.Preferences.IsCompact, _desk.ResetMeters)
    {
        Id = "meters",
        Tooltip = "Bars: RMS over 300 ms, line: sample peak, dBFS. Loudness after BS.1770, true peak since the last reset, "
            + "third octaves from 25 Hz to 20 kHz.\nPress to begin peaks and integrated loudness anew.",
    };

    // Asked with every frame, so nothing is made for it; the size alone changes nothing that is built.
    private static bool LookAlike(EditorPreferences one, EditorPreferences other) => ReferenceEquals(one, other)
        || (one.IsCompact == other.IsCompact && one.Theme == other.Theme && one.ShowsTooltips == other.ShowsTooltips && one.Tab == other.Tab);

    private void Build(EditorState state)
    {
        EditorPreferences now = _desk.Preferences;
        bool isWhole = _preferences is not { } before || !LookAlike(now, before);
        if (isWhole)
        {
            if (_preferences?.IsCompact != now.IsCompact)
            {
                _meters = NewMeters();
            }

            _stage.Palette = Palette.Of(now.Theme);
        }

        _preferences = now;
        if (!isWhole && ReferenceEquals(state, _state) && _version == _actions.Version)
        {
            return; // as nearly always: nothing is worth a key
        }

        (_state, _version) = (state, _actions.Version);
        object headerKey = ContentKey.Header(state, _actions.Version), pageKey = ContentKey.Page(state, _actions.Version);
        bool isHeader = isWhole || !headerKey.Equals(_headerKey);
        bool isPage = isWhole || !pageKey.Equals(_pageKey) || !ContentKey.AreSame(state.Jobs, _jobs);
        if (!isHeader && !isPage)
        {
            return;
        }

        bool hadPanel = _panel is not null;
        if (isHeader)
        {
            _header = HeaderBar.Build(state, _actions);
            _banner = ConnectionWords.Problem(state) is { } problem
                ? new Card(0, new Label(problem, 11.5)) { Padding = 10, Mark = ConnectionWords.StandingInk(state.Bridge) == Ink.Bad ? Ink.Bad : Ink.Warn }
                : new Space();
            _panel = _actions.Panel switch
            {
                EditorPanel.Settings => SettingsPanel.Build(_actions),
                EditorPanel.Role => RolePanel.Build(state, _actions),
                _ => null,
            };
        }

        if (isPage)
        {
            BuildPage(state, now);
        }

        (_headerKey, _pageKey, _jobs) = (headerKey, pageKey, state.Jobs);
        Rect placeBefore = _placeOfPage;
        Arrange();
        FindAgain();
        FollowPanel();
        if (isWhole || placeBefore != _placeOfPage || hadPanel || _panel is not null)
        {
            _stage.Repaint(Whole);
            return;
        }

        if (isHeader)
        {
            _stage.Repaint(_header.Bounds);
            _stage.Repaint(_banner.Bounds);
        }

        if (isPage)
        {
            _stage.Repaint(_tabs.Bounds);
            _stage.Repaint(_page.Bounds);
        }
    }

    private void BuildPage(EditorState state, EditorPreferences now)
    {
        double offset = _page.Offset;
        IReadOnlyList<WorkKind> kinds = WorkPage.Offered(state);
        List<(string Id, string Text)> tabs = [("overview", "Overview"), ("advice", AdviceTab(state))];
        if (kinds.Count > 0)
        {
            tabs.Add(("work", string.Join(" & ", kinds.Select(kind => kind.Title))));
        }

        string tab = tabs.Any(known => known.Id == now.Tab) ? now.Tab : "overview";
        Widget content = now.IsCompact ? CompactPage.Build(state, _actions) : tab switch
        {
            "advice" => AdvicePage.Build(state, _actions),
            "work" => WorkPage.Build(state, _actions),
            _ => OverviewPage.Build(state, _actions),
        };
        _tabs = now.IsCompact ? new Space() : new TabStrip(tabs, tab, _actions.ChooseTab) { Id = "tabs" };
        _page = new ScrollView(content);
        string shown = now.IsCompact ? "compact" : tab;
        if (shown == _tab)
        {
            _page.Keep(offset);
        }

        _tab = shown;
    }

    private static string AdviceTab(EditorState state)
    {
        int open = state.Report is null ? 0 : AdviceWords.LikelyCount(state.Report);
        return open == 0 ? "Advice" : $"Advice ({NumberWords.Fixed(open, 0)})";
    }

    private void Arrange()
    {
        bool isCompact = _desk.Preferences.IsCompact;
        double width = Math.Max(1, _size.Width - (2 * Margin)), y = Margin - 2;
        Place(_header, 6);
        Place(_banner, _banner is Space ? 0 : Gap - 2);
        Place(_meters, isCompact ? 8 : 6);
        Place(_tabs, isCompact ? 0 : Gap);
        _page.Arrange(_stage, new Rect(Margin, y, width, Math.Max(0, _size.Height - y - Margin)));
        _placeOfPage = _page.Bounds;
        if (_panel is not null && _header.All().FirstOrDefault(widget => widget.Id == OpenerId(_actions.Panel)) is { } opener)
        {
            double panel = Math.Min(_actions.Panel == EditorPanel.Role ? RolePanel.Width : SettingsPanel.Width, width);
            double x = Math.Clamp(opener.Bounds.Right - panel, Margin, _size.Width - Margin - panel);
            _panel.Arrange(_stage, new Rect(x, opener.Bounds.Bottom + 4, panel, _panel.HeightFor(_stage, panel)));
        }

        _meters.Take(_stage, _desk.Meters);

        void Place(Widget widget, double gap)
        {
            double height = widget.HeightFor(_stage, width);
            widget.Arrange(_stage, new Rect(Margin, y, width, height));
            y += height + gap;
        }
    }
}
