using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Dtao.Codec;
using Dtao.Numerics;

namespace Dtao.Conformance.State;

/// <summary>How a stored value looks in JSON and in SCALE bytes.</summary>
/// <remarks>
/// Numbers and raw bits are decimal texts, accounts are labels, tuples are lists.
/// </remarks>
internal abstract class ValueShape
{
    private static readonly Dictionary<string, int> NumberSizes = new()
    {
        ["u8"] = 1,
        ["u16"] = 2,
        ["u32"] = 4,
        ["u64"] = 8,
        ["u128"] = 16,
        ["i64"] = -8,
        ["U64F64"] = 16,
        ["U96F32"] = 16,
        ["I96F32"] = -16,
        ["I64F64"] = -16,
    };

    /// <summary>The shape with this name, for example <c>list&lt;(u64, account)&gt;</c>.</summary>
    public static ValueShape Parse(string name)
    {
        if (NumberSizes.TryGetValue(name, out int size)) return new Number(size);
        if (name == "bool") return new Truth();
        if (name == "account") return new Account();
        if (name.StartsWith("list<", StringComparison.Ordinal)) return new List(Parse(name[5..^1]));
        if (name == "()") return new Presence();
        if (name.StartsWith('(')) return new Tuple([.. Split(name[1..^1]).Select(Parse)]);
        return new Opaque(name);
    }

    /// <summary>Turns JSON into bytes.</summary>
    /// <exception cref="FormatException">The JSON does not have the shape.</exception>
    public abstract void Write(JsonElement value, Accounts accounts, ScaleWriter to);

    /// <summary>Turns bytes into the text that the file would have.</summary>
    public abstract string Read(ref ScaleReader from, Accounts accounts);

    private static List<string> Split(string names)
    {
        List<string> parts = [];
        int depth = 0;
        int start = 0;
        for (int index = 0; index < names.Length; index++)
        {
            if (names[index] is '(' or '<') depth++;
            else if (names[index] is ')' or '>') depth--;
            else if (names[index] == ',' && depth == 0)
            {
                parts.Add(names[start..index].Trim());
                start = index + 1;
            }
        }

        parts.Add(names[start..].Trim());
        return parts;
    }

    private static void Require(JsonElement value, JsonValueKind kind, string what)
    {
        if (value.ValueKind == kind) return;
        throw new FormatException($"{what} is needed, not {value.GetRawText()}");
    }

    /// <summary>A whole number; a negative size means a signed one.</summary>
    private sealed class Number(int size) : ValueShape
    {
        public override void Write(JsonElement value, Accounts accounts, ScaleWriter to)
        {
            Require(value, JsonValueKind.String, "a number as text");
            string text = value.GetString() ?? string.Empty;
            Span<byte> bytes = stackalloc byte[Math.Abs(size)];
            bytes.Fill(text.StartsWith('-') ? (byte)0xFF : (byte)0);
            if (!BigInteger.TryParse(
                    text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
                    out BigInteger number)
                || (size > 0 && number.Sign < 0)
                || !number.TryWriteBytes(bytes, out _, isUnsigned: size > 0))
            {
                throw new FormatException($"'{text}' is no number of {8 * bytes.Length} bits");
            }

            to.WriteRaw(bytes);
        }

        public override string Read(ref ScaleReader from, Accounts accounts) =>
            new BigInteger(from.ReadRaw(Math.Abs(size)), isUnsigned: size > 0)
                .ToString(CultureInfo.InvariantCulture);
    }

    private sealed class Truth : ValueShape
    {
        public override void Write(JsonElement value, Accounts accounts, ScaleWriter to) =>
            to.WriteBool(value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => throw new FormatException(
                    $"true or false is needed, not {value.GetRawText()}"),
            });

        public override string Read(ref ScaleReader from, Accounts accounts) =>
            from.ReadBool() ? "true" : "false";
    }

    /// <summary>A value without content: that an entry is there says all.</summary>
    private sealed class Presence : ValueShape
    {
        public override void Write(JsonElement value, Accounts accounts, ScaleWriter to) =>
            Require(value, JsonValueKind.True, "true, for an entry that is there,");

        public override string Read(ref ScaleReader from, Accounts accounts) => "true";
    }

    private sealed class Account : ValueShape
    {
        public override void Write(JsonElement value, Accounts accounts, ScaleWriter to)
        {
            Require(value, JsonValueKind.String, "an account");
            Span<byte> bytes = stackalloc byte[AccountId.Size];
            accounts[value.GetString() ?? string.Empty].CopyTo(bytes);
            to.WriteRaw(bytes);
        }

        public override string Read(ref ScaleReader from, Accounts accounts) =>
            accounts.LabelOf(AccountId.FromBytes(from.ReadRaw(AccountId.Size)));
    }

    private sealed class List(ValueShape element) : ValueShape
    {
        public override void Write(JsonElement value, Accounts accounts, ScaleWriter to)
        {
            Require(value, JsonValueKind.Array, "a list");
            to.WriteCompact((ulong)value.GetArrayLength());
            foreach (JsonElement item in value.EnumerateArray())
            {
                element.Write(item, accounts, to);
            }
        }

        public override string Read(ref ScaleReader from, Accounts accounts)
        {
            string[] items = new string[from.ReadLength()];
            for (int index = 0; index < items.Length; index++)
            {
                items[index] = element.Read(ref from, accounts);
            }

            return $"[{string.Join(", ", items)}]";
        }
    }

    private sealed class Tuple(ValueShape[] parts) : ValueShape
    {
        public override void Write(JsonElement value, Accounts accounts, ScaleWriter to)
        {
            Require(value, JsonValueKind.Array, "a list");
            if (value.GetArrayLength() != parts.Length)
            {
                throw new FormatException(
                    $"{parts.Length} elements are needed, not {value.GetRawText()}");
            }

            int index = 0;
            foreach (JsonElement part in value.EnumerateArray())
            {
                parts[index++].Write(part, accounts, to);
            }
        }

        public override string Read(ref ScaleReader from, Accounts accounts)
        {
            string[] texts = new string[parts.Length];
            for (int index = 0; index < texts.Length; index++)
            {
                texts[index] = parts[index].Read(ref from, accounts);
            }

            return $"[{string.Join(", ", texts)}]";
        }
    }

    /// <summary>A value that no file shows; the bytes to the end belong to it.</summary>
    private sealed class Opaque(string name) : ValueShape
    {
        public override void Write(JsonElement value, Accounts accounts, ScaleWriter to) =>
            throw new FormatException($"values of the shape '{name}' are not known from files");

        public override string Read(ref ScaleReader from, Accounts accounts)
        {
            List<byte> bytes = [];
            while (!from.IsAtEnd)
            {
                bytes.Add(from.ReadU8());
            }

            return Convert.ToHexStringLower([.. bytes]);
        }
    }
}
