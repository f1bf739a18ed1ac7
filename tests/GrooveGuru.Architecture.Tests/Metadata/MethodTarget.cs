namespace GrooveGuru.Architecture.Tests.Metadata;

/// <summary>A method as an instruction names it.</summary>
/// <param name="Type">The type that declares it; null for methods of arrays.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameter types as text.</param>
internal sealed record MethodTarget(NamedType? Type, string Name, string Parameters)
{
    /// <summary>"Namespace.Type::Method".</summary>
    public string FullName => $"{Type?.FullName ?? "array"}::{Name}";
}
