using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrooveGuru.Architecture.Tests.Sources;

/// <summary>What no source of ours contains.</summary>
internal static partial class CodeRules
{
    /// <summary>Nothing unfinished: no promise in a comment, no exception in the place of code.</summary>
    public static IEnumerable<Finding> Finished(SourceFile file)
    {
        foreach (SyntaxTrivia comment in file.Syntax.DescendantTrivia(descendIntoTrivia: true))
        {
            if (UnfinishedWord().IsMatch(comment.ToString()) && IsComment(comment))
            {
                yield return new Finding(file.AtPosition(comment.SpanStart), "an unfinished place is marked; finish it or leave it out");
            }
        }

        foreach (SyntaxToken token in file.Syntax.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.Text == nameof(NotImplementedException)
                && token.Parent?.Parent is not InvocationExpressionSyntax and not ArgumentSyntax)
            {
                yield return new Finding(file.At(token), "an exception stands in the place of code");
            }
        }
    }

    /// <summary>
    /// A swallowed error is counted, logged, mapped or returned. Where there is truly nothing to do, the catch names the
    /// exceptions that it expects and says why.
    /// </summary>
    public static IEnumerable<Finding> NoEmptyCatch(SourceFile file) => file.Syntax.DescendantNodes().OfType<CatchClauseSyntax>()
        .Where(clause => clause.Block.Statements.Count == 0)
        .Where(clause => IsForEverything(clause) || !clause.Block.DescendantTrivia().Any(IsComment))
        .Select(clause => new Finding(file.At(clause), "an empty catch, of everything or without a reason"));

    /// <summary>A class with tests is called after what it tests; a test says subject, condition (where there is one) and result.</summary>
    public static IEnumerable<Finding> TestNames(SourceFile file)
    {
        foreach (MethodDeclarationSyntax method in file.Syntax.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(IsTest))
        {
            if (method.Parent is BaseTypeDeclarationSyntax type && !type.Identifier.Text.EndsWith("Tests", StringComparison.Ordinal))
            {
                yield return new Finding(file.At(type), $"{type.Identifier.Text} has tests and is not called SomethingTests");
            }

            if (method.Identifier.Text.Split('_').Length is not (2 or 3))
            {
                yield return new Finding(file.At(method), $"{method.Identifier.Text} does not read Subject_Condition_Result");
            }
        }
    }

    /// <summary>A method whose comment says that the audio thread runs it is marked, so that its instructions are read.</summary>
    public static IEnumerable<Finding> AudioThreadTags(SourceFile file) => file.Syntax.DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
        .Where(method => AudioThreadTag().IsMatch(method.GetLeadingTrivia().ToFullString()))
        .Where(method => !method.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().Any(IsMarkedForAudioThread))
        .Select(method => new Finding(file.At(method), "says [audio-thread] and is not marked [RealtimeSafe]"));

    private static bool IsForEverything(CatchClauseSyntax clause) =>
        clause.Declaration is null || (clause.Filter is null && clause.Declaration.Type.ToString() is "Exception" or "System.Exception");

    private static bool IsMarkedForAudioThread(MemberDeclarationSyntax member) =>
        member.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "RealtimeSafe");

    private static bool IsTest(MethodDeclarationSyntax method) => method.AttributeLists.SelectMany(list => list.Attributes)
        .Select(attribute => attribute.Name.ToString())
        .Any(name => name.EndsWith("Fact", StringComparison.Ordinal) || name.EndsWith("Theory", StringComparison.Ordinal));

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind()
        is SyntaxKind.SingleLineCommentTrivia
        or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia
        or SyntaxKind.MultiLineDocumentationCommentTrivia;

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex UnfinishedWord();

    [GeneratedRegex(@"\[audio-thread[^\]]*\]")]
    private static partial Regex AudioThreadTag();
}
