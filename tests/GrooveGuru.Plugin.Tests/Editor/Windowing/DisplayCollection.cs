namespace GrooveGuru.Plugin.Tests.Editor.Windowing;

/// <summary>Tests that need the one display of this process, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class DisplayCollection : ICollectionFixture<VirtualDisplay>
{
    public const string Name = "display";
}
