using System.Buffers.Binary;
using System.Text.Json;
using Dtao.Codec;

namespace Dtao.Conformance.State;

/// <summary>
/// An account record of the chain, of which the files show only the free balance.
/// </summary>
/// <remarks>
/// The other parts are those of an account that only holds a balance: one provider, the flag of
/// the present logic, everything else zero. They are compared too.
/// </remarks>
internal sealed class BalanceShape : ValueShape
{
    private const int FreeAt = 16;
    private const int Size = 56;
    private static readonly byte[] Plain = CreatePlain();

    /// <inheritdoc/>
    public override void Write(JsonElement value, Accounts accounts, ScaleWriter to)
    {
        if (value.ValueKind != JsonValueKind.String
            || !ulong.TryParse(value.GetString(), out ulong free))
        {
            throw new FormatException($"an amount in rao is needed, not {value.GetRawText()}");
        }

        byte[] record = [.. Plain];
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(FreeAt), free);
        to.WriteRaw(record);
    }

    /// <inheritdoc/>
    public override string Read(ref ScaleReader from, Accounts accounts)
    {
        byte[] record = from.ReadRaw(Size).ToArray();
        ulong free = BinaryPrimitives.ReadUInt64LittleEndian(record.AsSpan(FreeAt));
        record.AsSpan(FreeAt, sizeof(ulong)).Clear();
        return record.AsSpan().SequenceEqual(Plain)
            ? $"{free}"
            : $"{free} in an account {Convert.ToHexStringLower(record)}";
    }

    private static byte[] CreatePlain()
    {
        byte[] record = new byte[Size];
        record[8] = 1;
        record[^1] = 0x80;
        return record;
    }
}
