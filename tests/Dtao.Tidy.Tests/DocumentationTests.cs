using System.Text.RegularExpressions;
using Dtao.Runtime;
using Dtao.Runtime.Spec;
using Xunit;

namespace Dtao.Tidy.Tests;

/// <summary>The documents lead where they say, and name what exists.</summary>
public partial class DocumentationTests
{
    private const string Tour = "docs/tour.md";
    private const string Glossary = "docs/glossary.md";

    [Fact]
    public void Links_lead_somewhere() =>
        Findings.AreNone(Repository.Documents.SelectMany(static document =>
            Markdown.Links(document)
                .Select(link => (link.Target, Place: Markdown.Resolve(document, link.Target)))
                .Where(static link => !Arrives(link.Place))
                .Select(link => $"{document}: {link.Target}")));

    [Fact]
    public void Sources_of_formulas_exist() =>
        Findings.AreNone(SourceFile.Under("src").SelectMany(static file =>
            Pointer().Matches(file.Text)
                .SelectMany(TargetsOf)
                .Where(static target => !Arrives(Markdown.Resolve("README.md", target)))
                .Select(target => $"{file.Path}: {target}")));

    [Fact]
    public void Every_rule_call_and_ledger_names_its_source() =>
        Findings.AreNone(SourceFile.Under("src/Dtao.Runtime")
            .Where(static file => NeedsSource(file) && !Pointer().IsMatch(file.Text))
            .Select(static file => $"{file.Path} names no source"));

    [Fact]
    public void Every_chapter_of_the_specification_is_listed() =>
        Findings.AreNone(Repository.Documents
            .Where(static path => path.StartsWith("docs/spec/"))
            .Select(static path => Path.GetFileName(path))
            .Where(static name => name != "README.md"
                && !Repository.Read("docs/spec/README.md").Contains($"({name})"))
            .Select(static name => $"docs/spec/README.md does not list {name}"));

    [Fact]
    public void Every_feature_of_a_version_is_in_the_table_of_versions() =>
        Findings.AreNone(typeof(RuntimeSpec).GetProperties()
            .Select(static property => property.Name)
            .Where(static name => name is not ("Version" or "Tag" or "EqualityContract"))
            .Where(static name => !Repository.Read("docs/spec/versions.md").Contains($"| `{name}`"))
            .Select(static name => $"docs/spec/versions.md does not list {name}"));

    [Fact]
    public void Every_decision_is_listed() =>
        Findings.AreNone(Repository.Documents
            .Where(static path => path.StartsWith("docs/decisions/"))
            .Select(static path => Path.GetFileName(path))
            .Where(static name => name != "README.md"
                && !Repository.Read("docs/decisions/README.md").Contains($"({name})"))
            .Select(static name => $"docs/decisions/README.md does not list {name}"));

    [Fact]
    public void Methods_that_the_tour_links_to_exist()
    {
        string[] names = [.. Markdown.Links(Tour)
            .Where(static link => link.Target.EndsWith(".cs") && link.Text.StartsWith('`'))
            .Where(static link => !Declared(Tour, link.Text.Trim('`'), link.Target))
            .Select(static link => $"{link.Text} is not declared in {link.Target}")];

        Findings.AreNone(names);
        Assert.Contains(Markdown.Links(Tour), static link => link.Text == "`Coinbase.Run`");
    }

    [Fact]
    public void Names_of_the_glossary_exist()
    {
        List<string> findings = [];
        HashSet<string> wires = [.. new Chain(Specs.Latest).State.Items.Select(static x => x.Name)];
        string calls = string.Concat(
            SourceFile.Under("src/Dtao.Runtime").Select(static item => item.Text));
        int rows = 0;
        foreach (string[] row in Markdown.TableRows(Glossary))
        {
            rows++;
            string file = Quoted().Match(row[1]).Groups[1].Value;
            if (!Repository.Exists($"src/{file}")) findings.Add($"{row[0]}: no file {file}");
            foreach (Match name in Quoted().Matches(row[2]))
            {
                SourceFile? source = SourceFile.All.FirstOrDefault(x => x.Path == $"src/{file}");
                if (source is not null && source.Declares(name.Groups[1].Value)) continue;
                findings.Add($"{row[0]}: {name.Value} is not declared in {file}");
            }

            findings.AddRange(Quoted().Matches(row[3])
                .Select(static match => match.Groups[1].Value)
                .Where(name => !wires.Contains(name)
                    && !calls.Contains($"Wire: SubtensorModule.{name}."))
                .Select(name => $"{row[0]}: {name} is neither an item nor a call on the wire"));
        }

        Findings.AreNone(findings);
        Assert.True(rows > 30, $"the glossary has {rows} rows");
    }

    [Fact]
    public void The_changelog_keeps_its_headings() =>
        Findings.AreNone(Repository.Read("CHANGELOG.md").Split('\n')
            .Where(static line => line.StartsWith("### "))
            .Where(static line => line is not ("### Economy" or "### State format"
                or "### Lab" or "### Fixes"))
            .Select(static line => $"CHANGELOG.md: {line}"));

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Commands_of_a_document_are_marked_to_be_run(string document)
    {
        (string Kind, string[] Lines)[] shells =
            [.. Markdown.Blocks(document).Where(static block => block.Kind.StartsWith("bash"))];

        Assert.NotEmpty(shells);
        Findings.AreNone(shells
            .Where(static block => block.Kind != "bash run")
            .Select(block => $"{document}: {block.Lines[0]} is not run by the continuous check"));
    }

    // One pointer may name several sections: docs/spec/X.md#one, #two.
    private static IEnumerable<string> TargetsOf(Match pointer)
    {
        string[] parts = pointer.Value.Split(", ");
        string document = parts[0].Split('#')[0];
        return parts.Skip(1).Select(part => document + part).Prepend(parts[0]);
    }

    private static bool NeedsSource(SourceFile file)
    {
        string name = Path.GetFileName(file.Path);
        bool isLedger = name.EndsWith("Ledger.cs") || name.EndsWith("Registry.cs");
        bool isCall = file.Text.Contains(": ISignedCall") && name != "ISignedCall.cs";
        return isLedger || isCall || file.Text.Contains("Wire: SubtensorModule.");
    }

    private static bool Arrives((string Path, string Anchor) place)
    {
        if (!Repository.Exists(place.Path)) return false;
        return place.Anchor.Length == 0
            || (place.Path.EndsWith(".md") && Markdown.Anchors(place.Path).Contains(place.Anchor));
    }

    private static bool Declared(string document, string name, string target)
    {
        string path = Markdown.Resolve(document, target).Path;
        SourceFile? file = SourceFile.All.FirstOrDefault(item => item.Path == path);
        return file is not null && file.Declares(name);
    }

    [GeneratedRegex(@"docs/[\w\-/]+\.md(#[\w\-]+(, #[\w\-]+)*)?")]
    private static partial Regex Pointer();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
