using Dtao.Numerics;

namespace Dtao.Codec.Extrinsics;

/// <summary>An address in an extrinsic or a call; only an account id names an account.</summary>
/// <remarks>
/// The other forms are read, so that the answer can be "cannot look up" rather than "cannot
/// decode". Source: docs/spec/codec.md#extrinsics.
/// </remarks>
public sealed class MultiAddress : IEquatable<MultiAddress>
{
    private readonly byte[] _content;

    private MultiAddress(MultiAddressKind kind, AccountId? account, byte[] content)
    {
        Kind = kind;
        Account = account;
        _content = content;
    }

    /// <summary>Form of the address.</summary>
    public MultiAddressKind Kind { get; }

    /// <summary>The account that the address names; null for the forms that name none.</summary>
    public AccountId? Account { get; }

    /// <summary>The address of an account.</summary>
    public static MultiAddress Of(AccountId account) => new(MultiAddressKind.Id, account, []);

    /// <summary>An address of another form.</summary>
    /// <param name="kind">Form; not <see cref="MultiAddressKind.Id"/>.</param>
    /// <param name="content">Bytes after the form; as many as the form asks for.</param>
    /// <exception cref="FormatException">The form has another number of bytes.</exception>
    public static MultiAddress Of(MultiAddressKind kind, ReadOnlySpan<byte> content)
    {
        if (kind == MultiAddressKind.Id) return Of(AccountId.FromBytes(content));
        if (kind != MultiAddressKind.Raw && content.Length != SizeOf(kind))
        {
            throw new FormatException($"an address {kind} has {SizeOf(kind)} bytes");
        }

        return new(kind, account: null, content.ToArray());
    }

    /// <summary>Reads an address and advances.</summary>
    /// <exception cref="FormatException">Unknown form, or too few bytes.</exception>
    public static MultiAddress Decode(ref ScaleReader from)
    {
        byte kind = from.ReadU8();
        return (MultiAddressKind)kind switch
        {
            MultiAddressKind.Id => Of(AccountId.FromBytes(from.ReadRaw(AccountId.Size))),
            MultiAddressKind.Raw => Of(MultiAddressKind.Raw, from.ReadBytes()),
            MultiAddressKind.Index or MultiAddressKind.Address32 or MultiAddressKind.Address20 =>
                Of((MultiAddressKind)kind, from.ReadRaw(SizeOf((MultiAddressKind)kind))),
            _ => throw new FormatException($"no address has the form {kind}, "
                + $"byte {from.Offset - 1}"),
        };
    }

    /// <summary>Appends the address.</summary>
    public void Encode(ScaleWriter to)
    {
        to.WriteU8((byte)Kind);
        if (Account is { } account)
        {
            Span<byte> bytes = stackalloc byte[AccountId.Size];
            account.CopyTo(bytes);
            to.WriteRaw(bytes);
        }
        else if (Kind == MultiAddressKind.Raw)
        {
            to.WriteBytes(_content);
        }
        else
        {
            to.WriteRaw(_content);
        }
    }

    /// <inheritdoc/>
    public bool Equals(MultiAddress? other) =>
        other is not null && Kind == other.Kind && Account == other.Account
        && _content.AsSpan().SequenceEqual(other._content);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MultiAddress);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Account is { } account ? account.GetHashCode() : ((int)Kind * 31) + _content.Length;

    /// <summary>The address as people write it: SS58 for accounts, else form and bytes.</summary>
    public override string ToString() => Account is { } account
        ? Ss58.Of(account)
        : $"{Kind}(0x{Convert.ToHexStringLower(_content)})";

    // The index is the compact form of nothing, which takes no byte.
    private static int SizeOf(MultiAddressKind kind) => kind switch
    {
        MultiAddressKind.Id or MultiAddressKind.Address32 => 32,
        MultiAddressKind.Address20 => 20,
        _ => 0,
    };
}
