using System.Globalization;
using System.IO.Compression;

namespace Dtao.Lab.Feeds;

/// <summary>A file of comma-separated values, plain or compressed, read line by line.</summary>
/// <remarks>
/// Fields hold numbers and times, so that a comma always separates; quotes around a field are
/// taken off. Empty lines are passed over. Every problem names the file and the line.
/// </remarks>
internal sealed class TableFile : IDisposable
{
    private const byte FirstGzipByte = 0x1f;
    private const int LongHeader = 6;

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly LineReader _reader;
    private string[] _fields = [];

    private TableFile(string path, LineReader reader)
    {
        Path = path;
        _reader = reader;
    }

    /// <summary>The file, as it was given.</summary>
    public string Path { get; }

    /// <summary>Names of the columns, in order.</summary>
    public string[] Columns { get; private set; } = [];

    /// <summary>Number of the line that was read last, the first being 1.</summary>
    public int Line { get; private set; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="FeedFormatException">It cannot be read or has no header.</exception>
    public static TableFile Open(string path)
    {
        if (Directory.Exists(path)) throw new FeedFormatException(path, "is a folder, not a file");
        if (!File.Exists(path)) throw new FeedFormatException(path, "there is no such file");
        TableFile? table = null;
        try
        {
            FileStream file = new(path, FileMode.Open, FileAccess.Read);
            if (!file.CanSeek) throw new FeedFormatException(path, "is a pipe, not a file");
            bool isCompressed = file.ReadByte() == FirstGzipByte;
            file.Position = 0;
            Stream plain = isCompressed ? new GZipStream(file, CompressionMode.Decompress) : file;
            table = new(path, new(new StreamReader(plain)));
            table.ReadHeader();
            return table;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new FeedFormatException(path, $"cannot be read: {problem.Message}");
        }
        catch
        {
            table?.Dispose();
            throw;
        }
    }

    /// <summary>Reads the next row; false at the end.</summary>
    /// <exception cref="FeedFormatException">The row has another length, or is damaged.</exception>
    public bool Read()
    {
        if (!ReadFields()) return false;
        if (_fields.Length == Columns.Length) return true;
        throw Problem(
            $"has {Count(_fields.Length)}, but the header has {Count(Columns.Length)}");
    }

    /// <summary>A field of the present row by the place of its column.</summary>
    public string this[int column] => _fields[column];

    /// <summary>Place of a column that must be there.</summary>
    public int Column(string name) => _columns.TryGetValue(name, out int column)
        ? column
        : throw Problem($"has no column '{name}'; the header is '{Beginning(Columns)}'");

    /// <summary>Place of a column that may be missing.</summary>
    public int? OptionalColumn(string name) =>
        _columns.TryGetValue(name, out int column) ? column : null;

    /// <summary>A field as a whole number.</summary>
    public ulong Whole(int column, ulong most)
    {
        bool isNumber = ulong.TryParse(
            _fields[column], NumberStyles.None, CultureInfo.InvariantCulture, out ulong value);
        return isNumber && value <= most
            ? value
            : throw Problem($"{Columns[column]} '{_fields[column]}' is no whole number "
                + $"from 0 to {most.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>A field as a time.</summary>
    public DateTime Time(int column) => UtcText.TryParse(_fields[column], out DateTime time)
        ? time
        : throw Problem($"{Columns[column]} '{_fields[column]}' is no time; "
            + "give UTC, for example 2025-10-25T16:00:00Z");

    /// <summary>A problem of the present line.</summary>
    public FeedFormatException Problem(string text) => new(Path, Line, text);

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private void ReadHeader()
    {
        if (!ReadFields()) throw new FeedFormatException(Path, "is empty; a header is missing");
        Columns = _fields;
        for (int column = 0; column < Columns.Length; column++)
        {
            if (_columns.TryAdd(Columns[column], column)) continue;
            throw Problem($"column '{Columns[column]}' is there twice");
        }
    }

    private bool ReadFields()
    {
        while (ReadLine() is { } line)
        {
            Line++;
            if (line.Length == 0) continue;
            _fields = line.Split(',');
            for (int index = 0; index < _fields.Length; index++)
            {
                string field = _fields[index];
                if (field.Length >= 2 && field[0] == '"' && field[^1] == '"')
                {
                    _fields[index] = field[1..^1];
                }
            }

            return true;
        }

        return false;
    }

    private string? ReadLine()
    {
        try
        {
            return _reader.ReadLine();
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException)
        {
            throw new FeedFormatException(Path, Line + 1, $"is damaged: {problem.Message}");
        }
    }

    private static string Beginning(string[] columns) => columns.Length <= LongHeader
        ? string.Join(',', columns)
        : string.Join(',', columns[..LongHeader]) + ",…";

    private static string Count(int fields) => fields == 1 ? "1 field" : $"{fields} fields";
}
