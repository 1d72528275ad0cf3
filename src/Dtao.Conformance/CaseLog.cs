using System.Globalization;
using System.Text.Json;
using Dtao.Runtime.Spec;

namespace Dtao.Conformance;

/// <summary>What is known about the case that runs: its version and its first difference.</summary>
/// <param name="file">File of the case.</param>
internal sealed class CaseLog(VectorFile file)
{
    /// <summary>Version of this runtime on which the case runs.</summary>
    public RuntimeSpec Spec => File.Spec;

    /// <summary>File of the case.</summary>
    public VectorFile File { get; } = file;

    /// <summary>The first difference; null while there is none.</summary>
    public Difference? First { get; private set; }

    /// <summary>Remembers a difference unless one is known already.</summary>
    public void Report(string path, string expected, string got) =>
        First ??= new(path, expected, got);

    /// <summary>Compares an expected value of the file with one of the engine.</summary>
    /// <param name="path">Place of the expected value.</param>
    /// <param name="expected">The expected value.</param>
    /// <param name="got">A number, text, truth value, null, panic, or a list of these.</param>
    public void Compare(string path, JsonElement expected, object? got)
    {
        if (First is not null) return;
        if (got is IEnumerable<object?> list)
        {
            CompareList(path, expected, list);
            return;
        }

        if (!IsEqual(expected, got)) Report(path, TextOf(expected), TextOf(got));
    }

    private static bool IsEqual(JsonElement expected, object? got) => got switch
    {
        null => expected.ValueKind == JsonValueKind.Null,
        bool flag => expected.ValueKind == (flag ? JsonValueKind.True : JsonValueKind.False),
        Panic => expected.ValueKind == JsonValueKind.Object
            && expected.TryGetProperty("panic", out JsonElement panic)
            && panic.ValueKind == JsonValueKind.True,
        _ => expected.ValueKind == JsonValueKind.String && expected.ValueEquals(TextOf(got)),
    };

    private static string TextOf(object? got) => got switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        Panic => "a panic",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable<object?> list => $"[{string.Join(", ", list.Select(TextOf))}]",
        _ => got.ToString() ?? string.Empty,
    };

    private static string TextOf(JsonElement expected) => expected.ValueKind switch
    {
        JsonValueKind.String => expected.GetString() ?? string.Empty,
        JsonValueKind.Undefined => "nothing",
        _ => expected.GetRawText(),
    };

    private void CompareList(string path, JsonElement expected, IEnumerable<object?> got)
    {
        List<object?> values = [.. got];
        if (expected.ValueKind != JsonValueKind.Array)
        {
            Report(path, TextOf(expected), TextOf(values));
            return;
        }

        int index = 0;
        foreach (JsonElement element in expected.EnumerateArray())
        {
            if (index == values.Count) break;
            Compare($"{path}[{index}]", element, values[index]);
            index++;
        }

        if (expected.GetArrayLength() != values.Count)
        {
            Report(path, $"{expected.GetArrayLength()} elements", $"{values.Count} elements");
        }
    }
}
