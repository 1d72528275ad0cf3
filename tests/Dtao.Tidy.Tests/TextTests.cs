using System.Text.RegularExpressions;
using Xunit;

namespace Dtao.Tidy.Tests;

/// <summary>What no file of the project may contain.</summary>
public partial class TextTests
{
    [Fact]
    public void Nothing_is_left_to_do() =>
        Findings.AreNone(Places(Unfinished(), static path => !path.StartsWith("vectors/")));

    [Fact]
    public void No_file_knows_the_machine_it_was_written_on() =>
        Findings.AreNone(Places(MachinePath(), static path => !path.StartsWith("vectors/")));

    [Fact]
    public void Lines_end_the_same_everywhere() =>
        Findings.AreNone(Repository.TextFiles
            .Where(static path => Repository.Read(path).Contains('\r'))
            .Select(static path => $"{path} has carriage returns"));

    [Fact]
    public void Text_files_end_with_a_line_end() =>
        Findings.AreNone(Repository.TextFiles
            .Where(static path =>
                Path.GetExtension(path) is ".cs" or ".md" or ".csproj" or ".props")
            .Where(static path => !Repository.Read(path).EndsWith('\n'))
            .Select(static path => path));

    private static IEnumerable<string> Places(Regex pattern, Func<string, bool> isMeant) =>
        Repository.TextFiles
            .Where(path => isMeant(path) && !path.EndsWith("packages.lock.json"))
            .SelectMany(path => Repository.Read(path).Split('\n')
                .Select(static (line, index) => (Line: line, Number: index + 1))
                .Where(item => pattern.IsMatch(item.Line))
                .Select(item => $"{path}:{item.Number} {item.Line.Trim()}"));

    // The words are written in pieces, so that this file does not find itself.
    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|NotImplemented" + @"Exception)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<![\w.])/(wo" + @"rk|ro" + @"ot|ho" + @"me|Us" + @"ers|t" + @"mp)/|"
        + @"\bsha" + @"red/(vectors|protocol|data|mission|style|peers|clients)\b")]
    private static partial Regex MachinePath();
}
