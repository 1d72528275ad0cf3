using System.Collections.Immutable;
using Dtao.Numerics;
using Dtao.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dtao.Testing;

/// <summary>Compiles a few lines against the project, to show what the compiler refuses.</summary>
public static class Compilation
{
    private const string Usings =
        """
        using System;
        using Dtao.Numerics;
        using Dtao.Runtime;
        using Dtao.Runtime.Pools;
        using Dtao.Runtime.Staking;
        """;

    private static readonly MetadataReference[] References = [.. FindReferences()];

    /// <summary>Numbers of the errors of a method body, for example <c>CS0019</c>.</summary>
    /// <param name="statements">Statements; <c>chain</c> is a chain.</param>
    public static ImmutableArray<string> ErrorsOf(string statements)
    {
        string source =
            $"{Usings} public static class Probe {{ public static void Run(Chain chain) "
            + $"{{ {statements} }} }}";
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Probe",
            [CSharpSyntaxTree.ParseText(source)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return
        [
            .. compilation.GetDiagnostics()
                .Where(static found => found.Severity == DiagnosticSeverity.Error)
                .Select(static found => found.Id),
        ];
    }

    private static IEnumerable<MetadataReference> FindReferences()
    {
        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return platform.Split(Path.PathSeparator)
            .Where(static path => IsOfThePlatform(Path.GetFileName(path)))
            .Append(typeof(Tao).Assembly.Location)
            .Append(typeof(Chain).Assembly.Location)
            .Select(static path => MetadataReference.CreateFromFile(path));
    }

    private static bool IsOfThePlatform(string file) =>
        file.StartsWith("System.", StringComparison.Ordinal)
        || file is "netstandard.dll" or "mscorlib.dll";
}
