using GrooveGuru.Plugin.Editor.Views.Widgets;

namespace GrooveGuru.Plugin.Editor.Views;

/// <content>Explanations under the pointer.</content>
internal sealed partial class EditorView
{
    private const double DelaySeconds = 0.6;
    private string? _candidate;
    private double _candidateSince;

    /// <summary>The explanation that is shown now; null for none.</summary>
    public string? Explanation => _bubble?.Name;

    // Why something cannot be used is said always; the rest can be switched off.
    private string? ExplanationOf(Widget widget) =>
        widget.WhyDisabled ?? (_desk.Preferences.ShowsTooltips && !string.IsNullOrEmpty(widget.Tooltip) ? widget.Tooltip : null);

    private void UpdateBubble()
    {
        Widget? about = _stage.Pressed is not null || _holdsBar ? null : _stage.ShowsFocus ? _stage.Focused : _stage.Hovered;
        about = about is TextField && WantsText ? null : about;
        string? text = about is null ? null : ExplanationOf(about);
        if (text != _candidate)
        {
            HideBubble();
            (_candidate, _candidateSince) = (text, _stage.NowSeconds);
        }
        else if (_bubble is null && about is not null && text is not null && _stage.NowSeconds - _candidateSince >= DelaySeconds)
        {
            ShowBubble(about);
        }
    }

    private void ShowBubble(Widget about)
    {
        HideBubble();
        if (ExplanationOf(about) is { } text)
        {
            _candidate = text;
            _bubble = new Bubble(text);
            _bubble.PlaceBeside(_stage, about.Bounds, Whole);
            _stage.Repaint(_bubble.Bounds);
        }
    }

    private void HideBubble()
    {
        if (_bubble is not null)
        {
            _stage.Repaint(_bubble.Bounds);
            _bubble = null;
        }

        _candidateSince = _stage.NowSeconds;
    }
}
