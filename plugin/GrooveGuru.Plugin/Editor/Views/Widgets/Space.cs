namespace GrooveGuru.Plugin.Editor.Views.Widgets;

/// <summary>Room that stays empty.</summary>
/// <param name="height">Points.</param>
internal sealed class Space(double height = 0) : Widget
{
    /// <inheritdoc/>
    public override double HeightFor(Stage stage, double width) => height;
}
