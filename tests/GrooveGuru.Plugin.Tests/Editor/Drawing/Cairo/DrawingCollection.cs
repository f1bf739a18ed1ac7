namespace GrooveGuru.Plugin.Tests.Editor.Drawing.Cairo;

/// <summary>What draws counts the objects that live in the process, so it runs one after another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DrawingCollection
{
    public const string Name = "Drawing";
}
