namespace GrooveGuru.Host.Tests.Editor;

/// <summary>As <see cref="EditorFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EditorTheoryAttribute : TheoryAttribute
{
    public EditorTheoryAttribute() => Skip = new EditorFactAttribute().Skip;
}
