using GrooveGuru.Plugin.Editor.Views.Pages;
using GrooveGuru.Plugin.Editor.Views.Widgets;

namespace GrooveGuru.Plugin.Editor.Views;

/// <content>What the keyboard does, and who has it.</content>
internal sealed partial class EditorView
{
    private const double PageShare = 0.85;
    private string _focusedBefore = "";

    /// <inheritdoc/>
    public bool WantsText => _stage.Focused is { TakesText: true };

    /// <inheritdoc/>
    public bool ShowsFocus => _stage is { ShowsFocus: true, Focused: not null };

    /// <summary>All that the Tab key comes by, in its order.</summary>
    public IReadOnlyList<Widget> FocusOrder =>
    [
        .. new[] { _header, _banner, _meters, _tabs, _page }.SelectMany(root => root.All()).SelectMany(WithItsPanel)
            .Where(widget => widget.IsFocusable),
    ];

    /// <inheritdoc/>
    public bool KeyPressed(EditorKey key, string text, PointerModifiers modifiers)
    {
        HideBubble();
        if (_stage.Focused is { } focused)
        {
            bool wasUsed = focused.Key(_stage, key, text, modifiers);
            if (wasUsed)
            {
                _stage.Repaint(focused.Bounds);
                return true;
            }
        }

        switch (key)
        {
            case EditorKey.Tab:
                Step(modifiers.HasFlag(PointerModifiers.Shift) ? -1 : 1, FocusOrder);
                return true;
            case EditorKey.Escape when _panel is not null:
                _actions.Switch(_actions.Panel);
                return true;
            case EditorKey.Escape when _stage.ShowsFocus:
                Focus(null, showsRing: false);
                return true;
            case EditorKey.Up or EditorKey.Down when _stage.ShowsFocus:
                Step(key == EditorKey.Up ? -1 : 1, FocusOrder);
                return true;
            case EditorKey.PageUp or EditorKey.PageDown when _stage.ShowsFocus:
                _page.MoveTo(_stage, _page.Offset + ((key == EditorKey.PageUp ? -1 : 1) * _page.Bounds.Height * PageShare));
                return true;
            default:
                return false;
        }
    }

    // What is open comes right after what has opened it.
    private IEnumerable<Widget> WithItsPanel(Widget widget) =>
        _panel is not null && widget.Id == OpenerId(_actions.Panel) ? _panel.All().Prepend(widget) : [widget];

    private static string OpenerId(EditorPanel panel) => panel switch
    {
        EditorPanel.Settings => HeaderBar.SettingsId,
        EditorPanel.Role => HeaderBar.RoleId,
        _ => "",
    };

    // The keyboard goes into what it has opened, to what is chosen there, and back again.
    private void FollowPanel()
    {
        EditorPanel before = _panelShown;
        _panelShown = _actions.Panel;
        if (before == _panelShown || !_stage.ShowsFocus)
        {
            return;
        }

        Widget? next = _panel is not null
            ? _panel.All().FirstOrDefault(widget => widget is Button { Look: ButtonLook.On }) ?? _panel.All().FirstOrDefault(widget => widget.IsFocusable)
            : _stage.Focused is null ? _header.All().FirstOrDefault(widget => widget.Id == OpenerId(before)) : null;
        if (next is not null)
        {
            Focus(next, showsRing: true);
        }
    }

    private void Step(int direction, IReadOnlyList<Widget> order)
    {
        int now = order.ToList().FindIndex(widget => widget == _stage.Focused);
        if (now < 0 && _focusedBefore.Length > 0)
        {
            now = order.ToList().FindIndex(widget => widget.Id == _focusedBefore);
        }

        int next = now < 0 ? (direction > 0 ? 0 : order.Count - 1) : (now + direction + order.Count) % order.Count;
        Focus(order[next], showsRing: true);
        if (_page.All().Contains(order[next]))
        {
            _page.Show(_stage, order[next]);
        }
    }

    private void Focus(Widget? next, bool showsRing)
    {
        Widget? before = _stage.Focused;
        bool hadRing = _stage.ShowsFocus;
        if (before is not null && (before != next || hadRing != showsRing))
        {
            _stage.Repaint(before.Bounds);
        }

        _stage.Focused = next;
        _stage.ShowsFocus = showsRing;
        if (before is not null && before != next)
        {
            _focusedBefore = before.Id;
            before.Blur(_stage);
        }

        if (next is not null)
        {
            _stage.Repaint(next.Bounds);
            (next as TextField)?.Begin(_stage);
        }
    }

    // What was built anew has the keyboard and the pointer of what stood there before.
    private void FindAgain()
    {
        Dictionary<string, Widget> known = [];
        foreach (Widget widget in Roots.SelectMany(root => root.All()).Where(widget => widget.Id.Length > 0))
        {
            known.TryAdd(widget.Id, widget);
        }

        if (_stage.Focused is { } focused)
        {
            _focusedBefore = focused.Id;
            _stage.Focused = known.GetValueOrDefault(focused.Id);
            if (focused is TextField before && _stage.Focused is TextField after && before != after)
            {
                after.GoOnWith(_stage, before);
            }
        }

        _stage.Pressed = _stage.Pressed is { } pressed ? known.GetValueOrDefault(pressed.Id) : null;
        _stage.Hovered = _pointerX < 0 ? null : Hit(_pointerX, _pointerY);
    }
}
