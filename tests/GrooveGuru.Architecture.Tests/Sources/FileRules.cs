using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrooveGuru.Architecture.Tests.Sources;

/// <summary>Where a type lives: one public type a file, the file its name, the namespace its folder, and a file one sitting.</summary>
internal static class FileRules
{
    private const int MaxLines = 300;
    private static readonly string[] EmptyWords = ["Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Misc", "Manager", "Managers"];
    private static readonly string[] CodeExtensions = [".cs", ".lua", ".sh", ".js", ".mjs", ".css", ".html", ".py"];

    /// <summary>At most one public type, and a type that has the file's name ("Name.Aspect.cs" is part of Name).</summary>
    public static IEnumerable<Finding> OneType(SourceFile file)
    {
        MemberDeclarationSyntax[] types = file.TopLevelTypes.ToArray();
        string[] publicNames = types.Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword))
            .Select(SourceFile.NameOf).Distinct().ToArray();
        if (publicNames.Length > 1)
        {
            yield return new Finding(file.Path, $"more than one public type: {string.Join(", ", publicNames)}");
        }

        string expected = file.Name.Split('.')[0];
        string[] names = publicNames.Length > 0 ? publicNames : types.Select(SourceFile.NameOf).ToArray();
        if (names.Length > 0 && expected != "Program" && !names.Contains(expected))
        {
            yield return new Finding(file.Path, $"the file has not the name of its type: {string.Join(", ", names)}");
        }
    }

    /// <summary>The namespace is the project's root namespace and the folders below the project.</summary>
    /// <param name="file">The source.</param>
    /// <param name="projectFolder">Relative path of the folder of its project.</param>
    /// <param name="rootNamespace">The project's root namespace.</param>
    public static IEnumerable<Finding> NamespaceIsFolder(SourceFile file, string projectFolder, string rootNamespace)
    {
        string[] folders = file.Path[(projectFolder.Length + 1)..].Split('/')[..^1];
        string expected = string.Join('.', folders.Prepend(rootNamespace));
        foreach (BaseNamespaceDeclarationSyntax declared in file.Syntax.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
        {
            if (declared.Name.ToString() != expected)
            {
                yield return new Finding(file.At(declared), $"namespace {declared.Name} in a folder of {expected}");
            }
        }
    }

    /// <summary>No file that is longer than one sitting.</summary>
    public static IEnumerable<Finding> Length(SourceFile file)
    {
        int lines = file.Text.AsSpan().Count('\n');
        if (CodeExtensions.Contains(Path.GetExtension(file.Path)) && lines > MaxLines)
        {
            yield return new Finding(file.Path, $"{lines} lines, more than {MaxLines}: look for the second thing in it");
        }
    }

    /// <summary>No name that says nothing, in folders, files and types.</summary>
    public static IEnumerable<Finding> Names(SourceFile file)
    {
        IEnumerable<string> names = file.Path.Split('/', '.').Concat(file.Path.EndsWith(".cs", StringComparison.Ordinal)
            ? file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(SourceFile.NameOf)
            : []);
        return names.Where(name => EmptyWords.Any(word => name.EndsWith(word, StringComparison.Ordinal)))
            .Select(name => new Finding(file.Path, $"\"{name}\" says nothing about what it does"));
    }
}
