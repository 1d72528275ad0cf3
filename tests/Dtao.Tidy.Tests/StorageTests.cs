using System.Text;
using System.Text.RegularExpressions;
using Dtao.Runtime;
using Dtao.Runtime.Spec;
using Dtao.Runtime.State;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Dtao.Tidy.Tests;

/// <summary>What is stored, under which names and in which shapes.</summary>
public partial class StorageTests
{
    private const string Golden = "tests/Dtao.Tidy.Tests/Golden/storage.txt";

    [Fact]
    public void Stored_layouts_match_the_golden_list()
    {
        string found = Catalogue();

        if (Environment.GetEnvironmentVariable("DTAO_UPDATE") == "1")
        {
            File.WriteAllText(Repository.At(Golden), found);
        }

        Assert.Equal(Repository.Read(Golden), found);
    }

    [Fact]
    public void Every_item_states_its_unit() =>
        Findings.AreNone(Items()
            .Where(static item => string.IsNullOrWhiteSpace(item.Unit))
            .Select(static item => $"{item.Pallet}.{item.Name} has no unit"));

    [Fact]
    public void Every_declaration_tells_the_unit_that_it_declares() =>
        Findings.AreNone(SourceFile.Under("src/Dtao.Runtime").SelectMany(static file =>
            file.Nodes<ClassDeclarationSyntax>()
                .Where(static type => type.Identifier.Text == "Storage")
                .SelectMany(static type => type.Members.OfType<FieldDeclarationSyntax>())
                .Where(static field => !TellsItsUnit(field))
                .Select(field => $"{file.Place(field)} does not tell its unit")));

    [Fact]
    public void Every_version_stores_the_same_layouts()
    {
        string latest = Catalogue();

        Assert.All(Specs.All, spec => Assert.Equal(latest, Catalogue(new Chain(spec))));
    }

    private static IReadOnlyCollection<IStorageItem> Items() => new Chain(Specs.Latest).State.Items;

    private static string Catalogue() => Catalogue(new Chain(Specs.Latest));

    private static string Catalogue(Chain chain)
    {
        StringBuilder text = new();
        text.Append("# Every storage item: name, keys with hashers, value, value when absent ");
        text.Append("(encoded, hexadecimal), unit.\n");
        foreach (IStorageItem item in chain.State.Items)
        {
            string keys = string.Join(", ", item.Keys.Select(Describe));
            string absent = item.DefaultScale is { } bytes
                ? Convert.ToHexStringLower(bytes)
                : "none";
            text.Append($"{item.Pallet}.{item.Name} | {keys} | {item.ValueShape} | ");
            text.Append($"{absent} | {item.Unit}");
            text.Append(item.Since == 0 ? "\n" : $" | since {item.Since}\n");
        }

        return text.ToString();
    }

    private static string Describe(KeyPart key) => $"{key.Shape} {key.Hasher}";

    private static bool TellsItsUnit(FieldDeclarationSyntax field)
    {
        string told = Comment().Replace(field.GetLeadingTrivia().ToString(), " ");
        string unit = Unit().Match(told).Groups[1].Value;
        return LiteralsOf(field).Contains(unit);
    }

    // Literals of a declaration, and of the short forms of the same ledger that it calls.
    private static IEnumerable<string> LiteralsOf(FieldDeclarationSyntax field)
    {
        IEnumerable<string> called = field.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(static call => call.Expression.ToString());
        string ledger = field.SyntaxTree.FilePath.Replace(".Storage.cs", ".cs");
        IEnumerable<SyntaxNode> forms = SourceFile.All
            .Where(file => file.Path == ledger || file.Path == field.SyntaxTree.FilePath)
            .SelectMany(static file => file.Nodes<MethodDeclarationSyntax>())
            .Where(method => called.Contains(method.Identifier.Text));
        return forms.Prepend(field)
            .SelectMany(static node => node.DescendantNodes())
            .OfType<LiteralExpressionSyntax>()
            .Select(static literal => literal.Token.ValueText);
    }

    [GeneratedRegex(@"\s*///\s*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"Unit: (.+?)\.\s*</summary>")]
    private static partial Regex Unit();
}
