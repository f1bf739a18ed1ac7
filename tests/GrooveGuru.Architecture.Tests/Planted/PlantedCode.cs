using GrooveGuru.Architecture.Tests.Metadata;
using GrooveGuru.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GrooveGuru.Architecture.Tests.Planted;

/// <summary>Small pieces of deliberately bad code, compiled on the spot: each gate must fail on its own.</summary>
internal static class PlantedCode
{
    private static readonly MetadataReference[] References = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToArray();

    /// <summary>Code as a compiled assembly.</summary>
    /// <param name="source">C#; implicit usings are not there.</param>
    /// <param name="assemblyName">The name that it takes.</param>
    /// <param name="references">Other planted assemblies that it uses.</param>
    public static CompiledAssembly Compile(string source, string assemblyName = "Planted", params CompiledAssembly[] references)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            assemblyName,
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview))],
            References.Concat(references.Select(planted => MetadataReference.CreateFromImage(planted.Image.GetEntireImage().GetContent()))),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release,
                allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        using MemoryStream image = new();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        return new CompiledAssembly([.. image.ToArray()]);
    }

    /// <summary>Code as a file of the repository.</summary>
    public static SourceFile File(string path, string text) => new(path, text);
}
