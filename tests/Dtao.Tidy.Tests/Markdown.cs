using System.Text.RegularExpressions;

namespace Dtao.Tidy.Tests;

/// <summary>What the rules need to know about Markdown documents.</summary>
internal static partial class Markdown
{
    /// <summary>
    /// Anchors of a document: its headings as web pages of repositories name them.
    /// </summary>
    public static IReadOnlyList<string> Anchors(string path) =>
        [.. Prose(path)
            .Where(static line => line.StartsWith('#'))
            .Select(static line => Slug(line.TrimStart('#').Trim()))];

    /// <summary>Links of a document: text and target, web addresses left out.</summary>
    public static IEnumerable<(string Text, string Target)> Links(string path) =>
        Prose(path)
            .SelectMany(static line => Link().Matches(line))
            .Select(static match => (match.Groups[1].Value, match.Groups[2].Value))
            .Where(static link => !link.Item2.Contains("://"));

    /// <summary>Path from the root that a target in a document means, and its anchor.</summary>
    public static (string Path, string Anchor) Resolve(string document, string target)
    {
        string[] parts = target.Split('#', 2);
        string anchor = parts.Length == 2 ? parts[1] : string.Empty;
        if (parts[0].Length == 0) return (document, anchor);
        string folder = Path.GetDirectoryName(Repository.At(document))!;
        string full = Path.GetFullPath(Path.Combine(folder, parts[0]));
        return (Path.GetRelativePath(Repository.Root, full).Replace('\\', '/'), anchor);
    }

    /// <summary>
    /// Rows of the tables of a document, as trimmed cells; headings and rules left out.
    /// </summary>
    public static IEnumerable<string[]> TableRows(string path)
    {
        string[] lines = Repository.Read(path).Split('\n');
        for (int at = 1; at < lines.Length; at++)
        {
            bool isRow = lines[at].StartsWith('|') && lines[at - 1].StartsWith('|');
            if (!isRow || lines[at].StartsWith("|-")) continue;
            string row = lines[at].Trim().Trim('|');
            yield return [.. row.Split('|').Select(static cell => cell.Trim())];
        }
    }

    /// <summary>Fenced blocks: what follows the fence, and the lines.</summary>
    public static IEnumerable<(string Kind, string[] Lines)> Blocks(string path)
    {
        string kind = string.Empty;
        List<string>? block = null;
        foreach (string line in Repository.Read(path).Split('\n'))
        {
            if (!line.StartsWith("```"))
            {
                block?.Add(line);
                continue;
            }

            if (block is not null) yield return (kind, [.. block]);
            block = block is null ? [] : null;
            kind = line.Trim('`', ' ');
        }
    }

    private static IEnumerable<string> Prose(string path)
    {
        bool isInside = false;
        foreach (string line in Repository.Read(path).Split('\n'))
        {
            if (line.StartsWith("```")) isInside = !isInside;
            else if (!isInside) yield return line;
        }
    }

    private static string Slug(string heading) =>
        NotInSlug().Replace(heading.ToLowerInvariant(), string.Empty).Replace(' ', '-');

    [GeneratedRegex(@"\[((?:[^\[\]]|\[[^\]]*\])+)\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInSlug();
}
