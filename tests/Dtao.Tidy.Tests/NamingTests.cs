using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Dtao.Tidy.Tests;

/// <summary>Names, and what a file holds.</summary>
public class NamingTests
{
    private static readonly string[] EmptyWords =
        ["Helper", "Helpers", "Utils", "Manager", "Info", "Data"];

    // Files with more than one public type, and why that reads better.
    private static readonly Dictionary<string, string> TypesTogether = new()
    {
        ["src/Dtao.Lab/Events/DatedEvent.cs"] = "a closed set of messages is read as one",
    };

    // Events are many and small; those of a topic are read together.
    private static bool HoldsSeveral(SourceFile file) =>
        TypesTogether.ContainsKey(file.Path)
        || file.Path.EndsWith("Events.cs", StringComparison.Ordinal)
        || file.Path.EndsWith("SubtensorEvent.cs", StringComparison.Ordinal);

    [Fact]
    public void A_file_has_one_public_type() =>
        Findings.AreNone(SourceFile.Under("src")
            .Where(static file => !HoldsSeveral(file))
            .Select(static file => (file.Path, Names: PublicTypes(file).Distinct().ToArray()))
            .Where(static item => item.Names.Length > 1)
            .Select(static item => $"{item.Path}: {string.Join(", ", item.Names)}"));

    [Fact]
    public void A_public_type_has_a_file_of_its_name() =>
        Findings.AreNone(SourceFile.Under("src")
            .Where(static file => !HoldsSeveral(file))
            .SelectMany(static file => PublicTypes(file)
                .Where(name => Path.GetFileName(file.Path).Split('.')[0] != name)
                .Select(name => $"{file.Path} holds {name}")));

    [Fact]
    public void Type_names_say_something() =>
        Findings.AreNone(SourceFile.All.SelectMany(static file =>
            file.Nodes<BaseTypeDeclarationSyntax>()
                .Where(static type => EmptyWords.Any(type.Identifier.Text.EndsWith))
                .Select(type => $"{file.Place(type)} {type.Identifier.Text}")));

    [Fact]
    public void There_are_no_regions() =>
        Findings.AreNone(SourceFile.All
            .Where(static file => file.Root.DescendantTrivia()
                .Any(static trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia)))
            .Select(static file => file.Path));

    [Fact]
    public void Tests_are_named_in_words() =>
        Findings.AreNone(SourceFile.Under("tests").SelectMany(static file =>
            file.Nodes<MethodDeclarationSyntax>()
                .Where(IsTest)
                .Where(static method => !method.Identifier.Text.Contains('_'))
                .Select(method => $"{file.Place(method)} {method.Identifier.Text}")));

    [Fact]
    public void Numerics_and_runtime_write_types_out() =>
        Findings.AreNone(SourceFile.Under("src/Dtao.Numerics", "src/Dtao.Runtime")
            .SelectMany(static file => file.Nodes<TypeSyntax>()
                .Where(static type => type.IsVar)
                .Select(type => $"{file.Place(type)} uses var")));

    [Fact]
    public void Units_and_keys_convert_only_when_asked() =>
        Findings.AreNone(SourceFile.Under("src/Dtao.Numerics").SelectMany(static file =>
            file.Nodes<ConversionOperatorDeclarationSyntax>()
                .Where(static node =>
                    node.ImplicitOrExplicitKeyword.IsKind(SyntaxKind.ImplicitKeyword))
                .Select(node => $"{file.Place(node)} converts implicitly")));

    private static bool IsTest(MethodDeclarationSyntax method) => method.AttributeLists
        .SelectMany(static list => list.Attributes)
        .Any(static attribute => attribute.Name.ToString() is "Fact" or "Theory");

    private static IEnumerable<string> PublicTypes(SourceFile file) => file.TopLevelTypes
        .Where(static type => type.Modifiers.Any(SyntaxKind.PublicKeyword))
        .Select(static type => type switch
        {
            BaseTypeDeclarationSyntax named => named.Identifier.Text,
            DelegateDeclarationSyntax named => named.Identifier.Text,
            _ => string.Empty,
        });
}
