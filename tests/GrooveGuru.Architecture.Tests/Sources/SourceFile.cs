using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrooveGuru.Architecture.Tests.Sources;

/// <summary>A text file of the repository.</summary>
/// <param name="Path">Relative to the root, with forward slashes.</param>
/// <param name="Text">All of it.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private CompilationUnitSyntax? _syntax;

    /// <summary>The file as C#.</summary>
    public CompilationUnitSyntax Syntax => _syntax ??= (CompilationUnitSyntax)CSharpSyntaxTree
        .ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview), Path).GetRoot();

    /// <summary>The name without folders and without ".cs".</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Types declared directly in the file or its namespace, not inside another type.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes => Syntax.DescendantNodes(node => node is not BaseTypeDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>().Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    /// <summary>"path:line" of a place in the file.</summary>
    public string At(SyntaxNodeOrToken place) => AtPosition(place.SpanStart);

    /// <summary>"path:line" of a character of the file.</summary>
    public string AtPosition(int position) => $"{Path}:{Syntax.SyntaxTree.GetText().Lines.GetLinePosition(position).Line + 1}";

    /// <summary>The name of a type declaration.</summary>
    public static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax named => named.Identifier.Text,
        DelegateDeclarationSyntax named => named.Identifier.Text,
        _ => throw new ArgumentException("Not a type declaration.", nameof(type)),
    };
}
