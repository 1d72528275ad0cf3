using Dtao.Codec;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Admin;

/// <summary>An administrative call on parts that this implementation does not have.</summary>
/// <remarks>
/// Wire: AdminUtils.swap_authorities, sudo_set_evm_chain_id, schedule_grandpa_change,
/// sudo_toggle_evm_precompile. It is decoded and encoded as on the chain and answers
/// <c>Unavailable</c>. Source: docs/spec/admin.md#left-out.
/// </remarks>
/// <param name="Number">Number of the call within the pallet.</param>
/// <param name="Arguments">The encoded arguments.</param>
public sealed record UnavailableAdminCall(byte Number, ReadOnlyMemory<byte> Arguments) : IRootCall
{
    private const int MostAuthorities = 32;
    private const int Precompiles = 5;

    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.AdminPallet, Number);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => to.WriteRaw(Arguments.Span);

    /// <summary>Number of authorities that the call names, which its weight grows with.</summary>
    internal ulong Authorities
    {
        get
        {
            ScaleReader from = new(Arguments.Span);
            return from.ReadCompact();
        }
    }

    internal static UnavailableAdminCall DecodeAuthorities(ref ScaleReader from)
    {
        int count = from.ReadLength();
        if (count > MostAuthorities)
        {
            throw new FormatException($"{count} authorities, at most {MostAuthorities}");
        }

        ScaleWriter arguments = new();
        arguments.WriteCompact((ulong)count);
        arguments.WriteRaw(from.ReadRaw(count * 32));
        return new(0, arguments.ToArray());
    }

    internal static UnavailableAdminCall DecodeChainId(ref ScaleReader from) =>
        new(58, from.ReadRaw(8).ToArray());

    internal static UnavailableAdminCall DecodeFinality(ref ScaleReader from)
    {
        int count = from.ReadLength();
        ScaleWriter arguments = new();
        arguments.WriteCompact((ulong)count);
        for (int index = 0; index < count; index++)
        {
            arguments.WriteRaw(from.ReadRaw(40));
        }

        arguments.WriteU32(from.ReadU32());
        bool isForced = from.ReadBool();
        arguments.WriteBool(isForced);
        if (isForced) arguments.WriteU32(from.ReadU32());
        return new(59, arguments.ToArray());
    }

    internal static UnavailableAdminCall DecodePrecompile(ref ScaleReader from)
    {
        byte precompile = from.ReadU8();
        if (precompile >= Precompiles)
        {
            throw new FormatException($"{precompile} is no precompile, byte {from.Offset - 1}");
        }

        return new(62, new byte[] { precompile, from.ReadBool() ? (byte)1 : (byte)0 });
    }

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain) => DispatchError.OutOfScope;
}
