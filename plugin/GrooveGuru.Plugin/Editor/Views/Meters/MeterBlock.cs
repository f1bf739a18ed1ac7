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

    /// <summary>Takes what is to be shown now; what looks different is painted again.</summary>
    /// <param name="stage">Shared things.</param>
    /// <param name="reading">The levels.</param>
    /// <param name="takesNumbers">Whether numbers may change too; bars always do.</param>
    /// <param name="elapsedSeconds">Time since the last call, s, 0 or more: levels fall by it.</param>
    /// <returns>Whether it is on its way still: a number waits or a level falls.</returns>
    public abstract bool Take(Stage stage, MeterReading reading, bool takesNumbers, double elapsedSeconds);

    /// <summary>Forgets what is held.</summary>
    public virtual void Reset()
    {
    }

    /// <summary>The style of the small words.</summary>
    protected static TextStyle Caption(Stage stage) => new(9.5, false, stage.Palette.DimText);
}
