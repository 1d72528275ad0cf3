using Dtao.Codec;

namespace Dtao.Runtime.Extrinsics;

/// <summary>Why an extrinsic may not enter a block. Nothing of it happens.</summary>
/// <param name="Kind">Kind of the reason.</param>
/// <param name="Number">Number of the reason within its kind on the wire.</param>
/// <param name="Name">Wire name, or what is wrong with the bytes.</param>
/// <remarks>Source: docs/spec/dispatch.md#invalid.</remarks>
public readonly record struct TransactionRefusal(RefusalKind Kind, byte Number, string Name)
{
    /// <summary>The fee cannot be paid.</summary>
    public static TransactionRefusal Payment => Invalid(1, nameof(Payment));

    /// <summary>Extrinsics of the signer must come first.</summary>
    public static TransactionRefusal Future => Invalid(2, nameof(Future));

    /// <summary>The nonce was used before.</summary>
    public static TransactionRefusal Stale => Invalid(3, nameof(Stale));

    /// <summary>The signature is not one of this payload.</summary>
    public static TransactionRefusal BadProof => Invalid(4, nameof(BadProof));

    /// <summary>The block in which the era began is not remembered.</summary>
    public static TransactionRefusal AncientBirthBlock => Invalid(5, nameof(AncientBirthBlock));

    /// <summary>The block has no room for it.</summary>
    public static TransactionRefusal ExhaustsResources => Invalid(6, nameof(ExhaustsResources));

    /// <summary>A call that every block must hold failed.</summary>
    public static TransactionRefusal BadMandatory => Invalid(8, nameof(BadMandatory));

    /// <summary>The signer is the account of zeros.</summary>
    public static TransactionRefusal BadSigner => Invalid(10, nameof(BadSigner));

    /// <summary>The address names no account, or a digest of the metadata is not known.</summary>
    public static TransactionRefusal CannotLookup =>
        new(RefusalKind.Unknown, 0, nameof(CannotLookup));

    /// <summary>The bytes are no extrinsic.</summary>
    /// <param name="what">What is wrong with them.</param>
    public static TransactionRefusal Undecodable(string what) =>
        new(RefusalKind.Undecodable, 0, what);

    /// <summary>Appends the reason as the chain's answers carry it.</summary>
    /// <exception cref="InvalidOperationException">The chain has no encoding for it.</exception>
    public void Encode(ScaleWriter to)
    {
        if (Kind == RefusalKind.Undecodable)
        {
            throw new InvalidOperationException("undecodable bytes have no answer on the wire");
        }

        to.WriteU8((byte)Kind);
        to.WriteU8(Number);
    }

    /// <summary>The wire name, or what is wrong with the bytes.</summary>
    public override string ToString() => Name;

    private static TransactionRefusal Invalid(byte number, string name) =>
        new(RefusalKind.Invalid, number, name);
}
