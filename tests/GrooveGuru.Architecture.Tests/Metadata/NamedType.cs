namespace GrooveGuru.Architecture.Tests.Metadata;

/// <summary>A type as compiled code names it.</summary>
/// <param name="Assembly">Simple name of the assembly that is asked for it.</param>
/// <param name="FullName">Namespace, name with generic arity, nested types after "+".</param>
/// <param name="IsValueType">Whether it is a struct, where the place that names it says so; else null.</param>
internal sealed record NamedType(string Assembly, string FullName, bool? IsValueType)
{
    /// <summary>The namespace of the type, or of the type around it; empty for none.</summary>
    public string Namespace
    {
        get
        {
            string outermost = FullName.Split('+')[0];
            int dot = outermost.LastIndexOf('.');
            return dot < 0 ? string.Empty : outermost[..dot];
        }
    }
}
