using Dtao.Codec;

namespace Dtao.Runtime.State;

/// <summary>How a type is written in SCALE, and the name of that shape.</summary>
/// <typeparam name="T">Type in memory.</typeparam>
/// <param name="name">Name of the shape, for example <c>u64</c> or <c>list&lt;u16&gt;</c>.</param>
/// <param name="write">Appends a value.</param>
/// <param name="read">Reads a value; throws <see cref="FormatException"/> on other bytes.</param>
internal sealed class Shape<T>(string name, Action<ScaleWriter, T> write, Shape<T>.Reader read)
{
    /// <summary>Reads one value and advances.</summary>
    public delegate T Reader(ref ScaleReader reader);

    /// <summary>Name of the shape.</summary>
    public string Name { get; } = name;

    /// <summary>Appends a value.</summary>
    public void Write(ScaleWriter writer, T value) => write(writer, value);

    /// <summary>Reads one value and advances.</summary>
    public T Read(ref ScaleReader reader) => read(ref reader);

    /// <summary>The encoded value.</summary>
    public byte[] Encode(T value)
    {
        ScaleWriter writer = new();
        write(writer, value);
        return writer.ToArray();
    }

    /// <summary>The value of these bytes, all of them.</summary>
    /// <exception cref="FormatException">The bytes have another shape.</exception>
    public T Decode(ReadOnlySpan<byte> bytes)
    {
        ScaleReader reader = new(bytes);
        T value = read(ref reader);
        if (!reader.IsAtEnd) throw new FormatException($"bytes left after a {Name}");
        return value;
    }
}
