using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dtao.Tidy.Tests;

/// <summary>One C# file with its syntax.</summary>
internal sealed class SourceFile
{
    private readonly Lazy<CompilationUnitSyntax> _root;

    private SourceFile(string path)
    {
        Path = path;
        Text = Repository.Read(path);
        _root = new(() =>
            CSharpSyntaxTree.ParseText(
                Text,
                new CSharpParseOptions(LanguageVersion.Preview),
                path).GetCompilationUnitRoot());
    }

    /// <summary>All C# files of the project.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
        [.. Repository.Files
            .Where(static path => path.EndsWith(".cs"))
            .Select(static path => new SourceFile(path))];

    /// <summary>Files below a folder.</summary>
    public static IEnumerable<SourceFile> Under(params string[] folders) =>
        All.Where(file => folders.Any(folder => file.Path.StartsWith(folder + "/")));

    /// <summary>Path from the root of the project.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>The lines, without line ends.</summary>
    public string[] Lines => Text.TrimEnd('\n').Split('\n');

    /// <summary>The syntax.</summary>
    public CompilationUnitSyntax Root => _root.Value;

    /// <summary>Nodes of a kind, in the order of the text.</summary>
    public IEnumerable<T> Nodes<T>()
        where T : SyntaxNode => Root.DescendantNodes().OfType<T>();

    /// <summary>Types that are declared outside of other types.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes => Root.DescendantNodes(static node =>
            node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<MemberDeclarationSyntax>()
        .Where(static node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    /// <summary>A type with a member is declared here; without a member, a type is.</summary>
    /// <param name="name">For example <c>Coinbase.Run</c> or <c>Coinbase</c>.</param>
    public bool Declares(string name)
    {
        string[] parts = name.Split('.');
        return Nodes<BaseTypeDeclarationSyntax>()
            .Where(type => type.Identifier.Text == parts[0])
            .Any(type => parts.Length == 1 || MembersOf(type).Contains(parts[1]));
    }

    /// <summary>Where a node stands, for messages.</summary>
    public string Place(SyntaxNode node) =>
        $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    private static IEnumerable<string> MembersOf(BaseTypeDeclarationSyntax type)
    {
        if (type is EnumDeclarationSyntax choices)
        {
            return choices.Members.Select(static member => member.Identifier.Text);
        }

        TypeDeclarationSyntax own = (TypeDeclarationSyntax)type;
        IEnumerable<string> parameters =
            own.ParameterList?.Parameters.Select(static item => item.Identifier.Text) ?? [];
        return parameters.Concat(own.Members.SelectMany(NamesOf));
    }

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => [method.Identifier.Text],
        PropertyDeclarationSyntax property => [property.Identifier.Text],
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        BaseFieldDeclarationSyntax field =>
            field.Declaration.Variables.Select(static item => item.Identifier.Text),
        _ => [],
    };
}
