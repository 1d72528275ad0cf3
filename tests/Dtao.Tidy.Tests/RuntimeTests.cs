using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Dtao.Tidy.Tests;

/// <summary>
/// The runtime is a function: what it may not use, seen with the compiler's eyes.
/// </summary>
public class RuntimeTests
{
    private static readonly string[] Unordered = ["Dictionary", "HashSet", "IDictionary", "ISet"];

    // Files in which floating point may occur, and why.
    private static readonly Dictionary<string, string> FloatingPointAllowed = [];

    [Theory]
    [InlineData("Dtao.Numerics")]
    [InlineData("Dtao.Runtime")]
    public void There_is_no_floating_point(string project) =>
        Findings.AreNone(RuntimeCompilation.Of(project)
            .Where(static item => !FloatingPointAllowed.ContainsKey(item.File.Path))
            .SelectMany(static item => item.File.Nodes<SyntaxNode>()
                .Where(static node => node is ExpressionSyntax or TypeSyntax)
                .Where(node => IsFloating(item.Model.GetTypeInfo(node).Type))
                .Select(node => $"{item.File.Place(node)} {node}")));

    [Fact]
    public void Nothing_is_read_in_the_order_of_a_hash_table() =>
        Findings.AreNone(RuntimeCompilation.Of("Dtao.Runtime")
            .SelectMany(static item => item.File.Nodes<ExpressionSyntax>()
                .Where(node => ListsHashTable(item.Model, node))
                .Select(node => $"{item.File.Place(node)} {node}")));

    [Fact]
    public void Nothing_waits_or_locks() =>
        Findings.AreNone(SourceFile.Under("src/Dtao.Numerics", "src/Dtao.Runtime")
            .SelectMany(static file => file.Root.DescendantTokens()
                .Where(static token => token.Kind() is SyntaxKind.AsyncKeyword
                    or SyntaxKind.AwaitKeyword or SyntaxKind.LockKeyword
                    or SyntaxKind.VolatileKeyword)
                .Select(token => $"{file.Place(token.Parent!)} {token}")));

    [Fact]
    public void Only_its_ledger_can_name_a_storage_declaration() =>
        Findings.AreNone(SourceFile.Under("src/Dtao.Runtime").SelectMany(static file =>
            file.Nodes<ClassDeclarationSyntax>()
                .Where(static type => type.Identifier.Text == "Storage")
                .Where(static type => !type.Modifiers.Any(SyntaxKind.PrivateKeyword)
                    || type.Parent is not TypeDeclarationSyntax)
                .Select(type => $"{file.Place(type)} is not private to a ledger")));

    private static bool IsFloating(ITypeSymbol? type) => type?.SpecialType is
        SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal
        || type is { Name: "Half", ContainingNamespace.Name: "System" };

    private static bool ListsHashTable(SemanticModel model, ExpressionSyntax node)
    {
        Microsoft.CodeAnalysis.TypeInfo info = model.GetTypeInfo(node);
        if (!IsUnordered(info.Type)) return false;
        bool isListed = node.Parent is ForEachStatementSyntax each && each.Expression == node;
        bool isSpread = node.Parent is SpreadElementSyntax;
        bool isHandedOn = info.ConvertedType is { Name: "IEnumerable" };
        bool showsKeys = node.Parent is MemberAccessExpressionSyntax access
            && access.Expression == node
            && access.Name.Identifier.Text is "Keys" or "Values" or "Select" or "Where" or "ToList"
                or "ToArray" or "OrderBy" or "First" or "Aggregate";
        return isListed || isSpread || isHandedOn || showsKeys;
    }

    private static bool IsUnordered(ITypeSymbol? type) => type is not null
        && Unordered.Contains(type.Name)
        && type.ContainingNamespace.ToString() == "System.Collections.Generic";
}
