using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Dtao.Conformance;

/// <summary>
/// One value of a vector file, read piece by piece; what nobody reads is an error.
/// </summary>
/// <remarks>A field that the reader does not know is never skipped in silence.</remarks>
internal sealed class VectorNode
{
    private Dictionary<string, VectorNode>? _fields;
    private List<VectorNode>? _items;
    private bool _isDone;

    public VectorNode(JsonElement element, string path, CaseLog log)
    {
        Element = element;
        Path = path;
        Log = log;
    }

    /// <summary>The value as it stands in the file.</summary>
    public JsonElement Element { get; }

    /// <summary>Place in the file.</summary>
    public string Path { get; }

    /// <summary>The case to which the value belongs.</summary>
    public CaseLog Log { get; }

    /// <summary>The value is null.</summary>
    public bool IsNull
    {
        get
        {
            _isDone = true;
            return Element.ValueKind == JsonValueKind.Null;
        }
    }

    /// <summary>A field that must be there.</summary>
    public VectorNode this[string name] =>
        Find(name) ?? throw new VectorFormatException($"{Path}: the field '{name}' is missing");

    /// <summary>A field that may be missing.</summary>
    public VectorNode? Find(string name)
    {
        Require(JsonValueKind.Object, "an object");
        _fields ??= [];
        if (_fields.TryGetValue(name, out VectorNode? known)) return known;
        if (!Element.TryGetProperty(name, out JsonElement field)) return null;
        VectorNode node = new(field, $"{Path}.{name}", Log);
        _fields.Add(name, node);
        return node;
    }

    /// <summary>All fields by name, in the order of the file.</summary>
    public IEnumerable<(string Name, VectorNode Value)> Fields()
    {
        Require(JsonValueKind.Object, "an object");
        foreach (JsonProperty property in Element.EnumerateObject())
        {
            yield return (property.Name, this[property.Name]);
        }
    }

    /// <summary>The elements of a list.</summary>
    public IReadOnlyList<VectorNode> Items()
    {
        if (_items is not null) return _items;
        Require(JsonValueKind.Array, "a list");
        _items = [];
        foreach (JsonElement element in Element.EnumerateArray())
        {
            _items.Add(new(element, $"{Path}[{_items.Count}]", Log));
        }

        return _items;
    }

    /// <summary>Elements of a list, each turned into something.</summary>
    public T[] List<T>(Func<VectorNode, T> read) => [.. Items().Select(read)];

    /// <summary>A decimal integer.</summary>
    public T Number<T>()
        where T : INumberBase<T>
    {
        string text = Text();
        if (!T.TryParse(
            text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out T? value))
        {
            throw new VectorFormatException(
                $"{Path}: '{text}' is no {typeof(T).Name} in decimal digits");
        }

        return value;
    }

    /// <summary>A text.</summary>
    public string Text()
    {
        Require(JsonValueKind.String, "a text");
        _isDone = true;
        return Element.GetString() ?? string.Empty;
    }

    /// <summary>A truth value.</summary>
    public bool Flag()
    {
        _isDone = true;
        return Element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Unfit("true or false"),
        };
    }

    /// <summary>The value as a whole, for someone who reads all of it.</summary>
    public JsonElement Whole()
    {
        _isDone = true;
        return Element;
    }

    /// <summary>The value informs people; it decides nothing.</summary>
    public void Note() => _isDone = true;

    /// <summary>The value is expected; this is what the engine gives.</summary>
    public void Expect(object? got)
    {
        _isDone = true;
        Log.Compare(Path, Element, got);
    }

    /// <summary>Everything was read.</summary>
    /// <exception cref="VectorFormatException">Something was not.</exception>
    public void Finish()
    {
        if (_isDone) return;
        if (_items is not null)
        {
            _items.ForEach(static item => item.Finish());
            return;
        }

        if (Element.ValueKind != JsonValueKind.Object)
        {
            throw new VectorFormatException($"{Path}: nobody knows what this value is for");
        }

        foreach (JsonProperty property in Element.EnumerateObject())
        {
            if (_fields is null || !_fields.TryGetValue(property.Name, out VectorNode? field))
            {
                throw new VectorFormatException($"{Path}: the field '{property.Name}' is unknown");
            }

            field.Finish();
        }
    }

    private void Require(JsonValueKind kind, string what)
    {
        if (Element.ValueKind != kind) throw Unfit(what);
    }

    private VectorFormatException Unfit(string what) =>
        new($"{Path}: {what} is needed, not {Element.ValueKind.ToString().ToLowerInvariant()}");
}
