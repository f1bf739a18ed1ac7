using GrooveGuru.Plugin.Editor.Drawing;

namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>A piece of the window. All lengths are points, all places are from the window's upper left corner.</summary>
internal abstract class Widget
{
    /// <summary>The least width and height of what can be pressed.</summary>
    public const double TouchPoints = 24;

    /// <summary>Stays the same when the content is built anew, so that it keeps the keyboard; empty where that does not matter.</summary>
    public string Id { get; init; } = "";

    /// <summary>The words for people: on a button, in a field.</summary>
    public virtual string Name => "";

    /// <summary>Explains it under the pointer; null for nothing.</summary>
    public string? Tooltip { get; init; }

    /// <summary>Why it cannot be used and what to do; null where it can.</summary>
    public string? WhyDisabled { get; init; }

    /// <summary>Where it is.</summary>
    public Rect Bounds { get; private set; }

    /// <summary>What lies in it, in the order of reading.</summary>
    public virtual IReadOnlyList<Widget> Children => [];

    /// <summary>Whether the Tab key comes by. Disabled controls too: the keyboard has to learn why.</summary>
    public virtual bool IsFocusable => false;

    /// <summary>Whether it is typed into.</summary>
    public virtual bool TakesText => false;

    /// <summary>The pointer over it.</summary>
    public virtual PointerShape Pointer => PointerShape.Arrow;

    /// <summary>Whether children are cut off at its edge.</summary>
    public virtual bool ClipsChildren => false;

    /// <summary>Width that it would like.</summary>
    public virtual double WidthFor(Stage stage) => 0;

    /// <summary>Height that it needs.</summary>
    /// <param name="stage">Shared things.</param>
    /// <param name="width">The width that it gets.</param>
    public abstract double HeightFor(Stage stage, double width);

    /// <summary>Takes a place, and gives places to what lies in it.</summary>
    public virtual void Arrange(Stage stage, Rect bounds) => Bounds = bounds;

    /// <summary>Paints itself, without its children.</summary>
    public virtual void Paint(Stage stage, ICanvas canvas)
    {
    }

    /// <summary>The pointer went down on it.</summary>
    public virtual void Press(Stage stage, double x, double y, PointerModifiers modifiers, int clickCount)
    {
    }

    /// <summary>The pointer moves while it is held.</summary>
    public virtual void Drag(Stage stage, double x, double y)
    {
    }

    /// <summary>The pointer was let go over it after it went down on it.</summary>
    public virtual void Click(Stage stage)
    {
    }

    /// <summary>The wheel was turned over it, in lines.</summary>
    /// <returns>Whether it did something.</returns>
    public virtual bool Scroll(Stage stage, double lines) => false;

    /// <summary>A key while it has the keyboard.</summary>
    /// <returns>Whether it was used.</returns>
    public virtual bool Key(Stage stage, EditorKey key, string text, PointerModifiers modifiers)
    {
        if (IsFocusable && stage.ShowsFocus && key is EditorKey.Enter or EditorKey.Space)
        {
            if (WhyDisabled is null)
            {
                Click(stage);
            }

            return true;
        }

        return false;
    }

    /// <summary>It lost the keyboard.</summary>
    public virtual void Blur(Stage stage)
    {
    }

    /// <summary>Time has passed while it has the keyboard.</summary>
    public virtual void Tick(Stage stage)
    {
    }

    /// <summary>The innermost widget at a point that can be told something; null where there is none.</summary>
    public Widget? At(double x, double y)
    {
        if (!Bounds.Contains(x, y))
        {
            return null;
        }

        for (int child = Children.Count - 1; child >= 0; child--)
        {
            if (Children[child].At(x, y) is { } hit)
            {
                return hit;
            }
        }

        return IsFocusable || Tooltip is not null || WhyDisabled is not null ? this : null;
    }

    /// <summary>Itself and all that lies in it, in the order of reading.</summary>
    public IEnumerable<Widget> All()
    {
        yield return this;
        foreach (Widget child in Children)
        {
            foreach (Widget inner in child.All())
            {
                yield return inner;
            }
        }
    }

    /// <summary>Paints itself and all that lies in a part of the window.</summary>
    public void PaintAll(Stage stage, ICanvas canvas, Rect part)
    {
        if (!Bounds.Meets(part))
        {
            return;
        }

        Paint(stage, canvas);
        if (ClipsChildren)
        {
            canvas.PushClip(Bounds);
        }

        // Painted with every frame of the meters: an enumerator would be garbage each time.
        for (int child = 0; child < Children.Count; child++)
        {
            Children[child].PaintAll(stage, canvas, part);
        }

        if (ClipsChildren)
        {
            canvas.Pop();
        }
    }

    /// <summary>The ring around what has the keyboard, where it is to be seen.</summary>
    protected void PaintFocus(Stage stage, ICanvas canvas, double cornerRadius) => PaintFocus(stage, canvas, Bounds, cornerRadius);

    /// <summary>The ring around a part of what has the keyboard, with a dark line inside it: it can be seen on every ground.</summary>
    protected void PaintFocus(Stage stage, ICanvas canvas, Rect part, double cornerRadius)
    {
        if (stage.ShowsFocus && stage.Focused == this)
        {
            canvas.Stroke(part, stage.Palette.Focus, 2, cornerRadius);
            canvas.Stroke(part.Inset(2), stage.Palette.Window, 1, Math.Max(0, cornerRadius - 2));
        }
    }
}
