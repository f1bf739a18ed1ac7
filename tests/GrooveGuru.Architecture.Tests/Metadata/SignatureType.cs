namespace GrooveGuru.Architecture.Tests.Metadata;

/// <summary>A type inside a signature.</summary>
/// <param name="Text">Its text, the same for the same type in every assembly.</param>
/// <param name="Head">The named type, without generic arguments; null for arrays, pointers and type parameters.</param>
internal sealed record SignatureType(string Text, NamedType? Head);
