namespace GrooveGuru.Contracts.Tests.Judging;

/// <summary>A test that runs a public gRPC implementation under Node.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeProgram.IsInstalled ? null : "needs node and npm";
}
