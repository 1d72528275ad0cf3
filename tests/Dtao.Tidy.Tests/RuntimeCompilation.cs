using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dtao.Tidy.Tests;

/// <summary>Numerics and Runtime with their meaning, for rules that syntax cannot see.</summary>
internal static class RuntimeCompilation
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The files of a project with their models.</summary>
    /// <param name="project">For example <c>Dtao.Runtime</c>.</param>
    public static IEnumerable<(SourceFile File, SemanticModel Model)> Of(string project)
    {
        CSharpParseOptions options = new(LanguageVersion.Preview);
        SourceFile[] files = [.. SourceFile.Under($"src/{project}")];
        SyntaxTree[] trees = [.. files.Select(static file => file.Root.SyntaxTree)];
        CSharpCompilation compilation = CSharpCompilation.Create(
            project,
            trees.Append(CSharpSyntaxTree.ParseText(ImplicitUsings, options)),
            ReferencesOf(project),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                allowUnsafe: true,
                metadataImportOptions: MetadataImportOptions.All));
        Findings.AreNone(compilation.GetDiagnostics()
            .Where(static item => item.Severity == DiagnosticSeverity.Error)
            .Take(5)
            .Select(static item => item.ToString()));
        return files.Zip(trees, (file, tree) => (file, compilation.GetSemanticModel(tree)));
    }

    private static IEnumerable<MetadataReference> ReferencesOf(string project)
    {
        string known = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return known.Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != project)
            .Select(static path => MetadataReference.CreateFromFile(path));
    }
}
