using System.Buffers.Binary;
using Dtao.Codec;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Wrappers;

/// <summary>Runs a call as one of the accounts that derive from the signer's.</summary>
/// <remarks>Wire: Utility.as_derivative. Source: docs/spec/dispatch.md#utility.</remarks>
/// <param name="Number">Number of the derived account.</param>
/// <param name="Call">The call.</param>
public sealed record AsDerivative(ushort Number, ICall Call) : ICall
{
    private static readonly Weight Own = new(184_639_000, 3_997);

    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.UtilityPallet, 1);

    /// <summary>The account of a number that derives from another.</summary>
    public static AccountId AccountOf(AccountId who, ushort number)
    {
        ReadOnlySpan<byte> domain = "modlpy/utilisuba"u8;
        Span<byte> content = stackalloc byte[domain.Length + AccountId.Size + sizeof(ushort)];
        domain.CopyTo(content);
        who.CopyTo(content[domain.Length..]);
        BinaryPrimitives.WriteUInt16LittleEndian(content[^sizeof(ushort)..], number);
        return AccountId.FromBytes(Blake2b.Hash256(content));
    }

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.WriteU16(Number);
        to.Write(Call);
    }

    internal static AsDerivative Decode(ref ScaleReader from) =>
        new(from.ReadU16(), from.ReadCall());

    internal static Weight WeightOf(ICall inner) =>
        Own.SaturatingAdd(CallTable.WeightOf(inner));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, Origin origin)
    {
        if (origin.Signer is not { } signer) return DispatchError.BadOrigin;

        DispatchTerms terms = CallTable.TermsOf(Call);
        DispatchResult result = chain.DispatchNested(
            origin.As(AccountOf(signer, Number)), Call);
        DispatchResult outcome = result.Failure is { } failure ? failure : DispatchResult.Ok;
        return outcome.Costing(pays: null, Own.SaturatingAdd(terms.WeightAfter(result)));
    }
}
