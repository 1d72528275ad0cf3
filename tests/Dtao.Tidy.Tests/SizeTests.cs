using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Dtao.Tidy.Tests;

/// <summary>What fits a head fits a screen.</summary>
public class SizeTests
{
    private const int LongestFunction = 60;
    private const int LongestFile = 400;
    private const int WidestLine = 100;

    [Fact]
    public void Functions_have_at_most_sixty_lines() =>
        Findings.AreNone(SourceFile.All.SelectMany(static file => file.Root.DescendantNodes()
            .Where(static node => node is BaseMethodDeclarationSyntax
                or AccessorDeclarationSyntax or LocalFunctionStatementSyntax)
            .Where(static node => LinesOf(node) > LongestFunction)
            .Select(node => $"{file.Place(node)} has {LinesOf(node)} lines")));

    [Fact]
    public void Files_have_at_most_four_hundred_lines() =>
        Findings.AreNone(SourceFile.All
            .Where(static file => file.Lines.Length > LongestFile)
            .Select(static file => $"{file.Path} has {file.Lines.Length} lines"));

    [Fact]
    public void Lines_have_at_most_a_hundred_columns() =>
        Findings.AreNone(SourceFile.All.SelectMany(static file => file.Lines
            .Select(static (line, index) => (Line: line, Number: index + 1))
            .Where(static item => item.Line.Length > WidestLine)
            .Select(item => $"{file.Path}:{item.Number} has {item.Line.Length} columns")));

    private static int LinesOf(SyntaxNode node)
    {
        FileLinePositionSpan span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
