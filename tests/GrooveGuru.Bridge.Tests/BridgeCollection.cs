namespace GrooveGuru.Bridge.Tests;

/// <summary>The test classes that share one bridge: it is set up through the environment, of which a process has one.</summary>
[CollectionDefinition(Name)]
public sealed class BridgeCollection : ICollectionFixture<BridgeFixture>
{
    /// <summary>The collection's name.</summary>
    public const string Name = "bridge";
}
