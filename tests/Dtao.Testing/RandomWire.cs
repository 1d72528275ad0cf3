using Dtao.Codec;

namespace Dtao.Testing;

/// <summary>Random encoded values of any shape that storage items declare.</summary>
public static class RandomWire
{
    /// <summary>Random bytes of a shape.</summary>
    /// <param name="shape">For example <c>list&lt;(u16, u16)&gt;</c>, or a record's name.</param>
    /// <param name="draws">Where the randomness comes from.</param>
    public static byte[] Encode(string shape, Draws draws)
    {
        ScaleWriter writer = new();
        Write(writer, WireTypes.ShapeOf(shape), draws);
        return writer.ToArray();
    }

    private static void Write(ScaleWriter writer, string shape, Draws draws)
    {
        if (shape.StartsWith("list<", StringComparison.Ordinal))
        {
            int count = draws.Below(5);
            writer.WriteCompact((ulong)count);
            for (int item = 0; item < count; item++)
            {
                Write(writer, shape[5..^1], draws);
            }

            return;
        }

        if (shape == "()") return;
        if (shape.StartsWith('('))
        {
            foreach (string part in Parts(shape[1..^1]))
            {
                Write(writer, part, draws);
            }

            return;
        }

        if (shape.StartsWith("option<", StringComparison.Ordinal))
        {
            bool isThere = draws.Below(2) == 1;
            writer.WriteBool(isThere);
            if (isThere) Write(writer, shape[7..^1], draws);
            return;
        }

        if (shape == "scheduled")
        {
            WriteTask(writer, draws);
            return;
        }

        writer.WriteRaw(shape switch
        {
            "bool" => [(byte)draws.Below(2)],
            "ProxyType" => [(byte)draws.Below(15)],
            _ => draws.Bytes(WidthOf(shape)),
        });
    }

    // Name, priority, an inline call, repetition, and the origin root.
    private static void WriteTask(ScaleWriter writer, Draws draws)
    {
        writer.WriteBool(true);
        writer.WriteRaw(draws.Bytes(32));
        writer.WriteU8((byte)draws.Below(256));
        writer.WriteU8(1);
        Write(writer, "list<u8>", draws);
        writer.WriteBool(true);
        writer.WriteRaw(draws.Bytes(8));
        writer.WriteRaw([0, 0]);
    }

    private static int WidthOf(string shape) => shape switch
    {
        "u8" => 1,
        "u16" => 2,
        "u32" => 4,
        "u64" or "i64" => 8,
        "u128" or "I96F32" or "U64F64" or "I64F64" or "U96F32" => 16,
        "I32F32" => 8,
        "account" or "hash" => 32,
        _ => throw new ArgumentException($"no way to draw a {shape}", nameof(shape)),
    };

    private static IEnumerable<string> Parts(string text)
    {
        int depth = 0;
        int start = 0;
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] is '(' or '<') depth++;
            if (text[index] is ')' or '>') depth--;
            if (text[index] != ',' || depth > 0) continue;
            yield return text[start..index].Trim();
            start = index + 1;
        }

        yield return text[start..].Trim();
    }
}
