using GrooveGuru.Plugin.Editor.Drawing;
using GrooveGuru.Plugin.Editor.Views.Widgets;

namespace GrooveGuru.Plugin.Editor.Views.Meters;

/// <summary>A part of the meter strip that is painted again only when it would look different.</summary>
internal abstract class MeterBlock : Widget
{
    /// <summary>Steps of a point in which lengths move.</summary>
    protected const double StepsPerPoint = 2;

    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => MeterStrip.InnerHeight;

    /// <summary>The part of it that changes with every frame.</summary>
    public virtual Rect Moving => Bounds;

    /// <summary>Whether something in it is on its way still, so that time alone changes it.</summary>
    public virtual bool IsFalling => false;

    /// <summary>Forgets what is held.</summary>
    public virtual void Reset()
    {
    }

    /// <summary>Takes what is to be shown now.</summary>
    /// <param name="reading">What was measured.</param>
    /// <param name="elapsedSeconds">Time since the last call, s, 0 or more.</param>
    /// <param name="isTimeForNumbers">Whether numbers may change: ten times a second, as fast as they can be read.</param>
    /// <returns>Whether it looks different.</returns>
    public abstract bool Take(MeterReading reading, double elapsedSeconds, bool isTimeForNumbers);

    /// <summary>The style of the small words.</summary>
    protected static TextStyle Caption(Stage stage) => new(9.5, false, stage.Palette.DimText);
}
