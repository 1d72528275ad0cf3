namespace Dtao.Lab.Feeds;

/// <summary>Reads a text line by line, and no line that is longer than any table has.</summary>
/// <remarks>A file without line ends would otherwise be read into memory as a whole.</remarks>
internal sealed class LineReader(StreamReader reader) : IDisposable
{
    /// <summary>Letters of the longest line.</summary>
    public const int Longest = 1 << 20;

    private readonly char[] _letters = new char[Longest];
    private int _from;
    private int _to;
    private bool _isAfterReturn;

    /// <summary>The next line without its end; null after the last.</summary>
    /// <exception cref="InvalidDataException">It is longer than any line.</exception>
    public string? ReadLine()
    {
        int searched = 0;
        while (true)
        {
            Span<char> rest = _letters.AsSpan(_from, _to - _from);
            int end = rest[searched..].IndexOfAny('\r', '\n');
            if (end >= 0) return Take(searched + end, isEnded: true);
            searched = rest.Length;
            if (Fill()) continue;
            return searched == 0 ? null : Take(searched, isEnded: false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private string Take(int length, bool isEnded)
    {
        string line = new(_letters, _from, length);
        _from += length;
        if (!isEnded) return line;
        _isAfterReturn = _letters[_from] == '\r';
        _from++;
        SkipFeed();
        return line;
    }

    /// <summary>The second half of a line end of two letters.</summary>
    private void SkipFeed()
    {
        if (!_isAfterReturn || _from == _to) return;
        if (_letters[_from] == '\n') _from++;
        _isAfterReturn = false;
    }

    private bool Fill()
    {
        if (_from > 0)
        {
            _letters.AsSpan(_from, _to - _from).CopyTo(_letters);
            _to -= _from;
            _from = 0;
        }

        if (_to == Longest)
        {
            throw new InvalidDataException($"a line of more than {Longest} letters");
        }

        int read = reader.Read(_letters, _to, Longest - _to);
        _to += read;
        SkipFeed();
        return read > 0;
    }
}
