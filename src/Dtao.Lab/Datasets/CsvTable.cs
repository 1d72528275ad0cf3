using System.Text;

namespace Dtao.Lab.Datasets;

/// <summary>A table of text with named columns, read from comma-separated values.</summary>
/// <remarks>
/// Fields may stand in double quotes; a doubled quote is a quote. Rows end in a line feed.
/// </remarks>
public sealed class CsvTable
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    private CsvTable(List<string[]> rows)
    {
        for (int column = 0; column < rows[0].Length; column++)
        {
            _columns.Add(rows[0][column], column);
        }

        Rows = rows[1..];
    }

    /// <summary>The rows below the header, in order.</summary>
    public IReadOnlyList<string[]> Rows { get; }

    /// <summary>Reads a table.</summary>
    /// <exception cref="FormatException">No header, or a row of another length.</exception>
    public static CsvTable Parse(string text)
    {
        List<string[]> rows = [];
        int at = 0;
        while (at < text.Length)
        {
            string[] row = ReadRow(text, ref at);
            if (rows.Count > 0 && row.Length != rows[0].Length)
            {
                throw new FormatException(
                    $"row {rows.Count + 1} has {row.Length} fields, the header {rows[0].Length}");
            }

            rows.Add(row);
        }

        if (rows.Count == 0) throw new FormatException("a table starts with a header");
        return new(rows);
    }

    /// <summary>The field of a row under a column.</summary>
    public string Field(string[] row, string column) => row[_columns[column]];

    private static string[] ReadRow(string text, ref int at)
    {
        List<string> fields = [];
        while (true)
        {
            fields.Add(ReadField(text, ref at));
            if (at >= text.Length) return [.. fields];
            if (text[at++] == '\n') return [.. fields];
        }
    }

    private static string ReadField(string text, ref int at)
    {
        StringBuilder field = new();
        bool isQuoted = at < text.Length && text[at] == '"';
        if (isQuoted) at++;
        while (at < text.Length)
        {
            char next = text[at];
            if (isQuoted && next == '"')
            {
                at++;
                if (at >= text.Length || text[at] != '"') break;
            }
            else if (!isQuoted && next is ',' or '\n')
            {
                break;
            }

            field.Append(next);
            at++;
        }

        return field.ToString();
    }
}
