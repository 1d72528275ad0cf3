using Dtao.Codec;

namespace Dtao.Runtime.Dispatch;

/// <summary>Why a call failed, as the wire says it.</summary>
/// <remarks>Source: docs/spec/errors.md#encoding.</remarks>
/// <param name="Kind">Kind of failure.</param>
/// <param name="Pallet">Number of the pallet of a <see cref="DispatchErrorKind.Module"/>
/// error.</param>
/// <param name="Detail">Number of the error within the pallet, or of the detail.</param>
/// <param name="Name">Wire name, for example <c>AmountTooLow</c>.</param>
public readonly partial record struct DispatchError(
    DispatchErrorKind Kind, byte Pallet, byte Detail, string Name)
{
    /// <summary>Number of the economy's pallet.</summary>
    public const byte SubtensorPallet = 7;

    /// <summary>The origin may not do this.</summary>
    public static DispatchError BadOrigin =>
        new(DispatchErrorKind.BadOrigin, 0, 0, nameof(DispatchErrorKind.BadOrigin));

    /// <summary>An error of a pallet.</summary>
    public static DispatchError Module(byte pallet, byte index, string name) =>
        new(DispatchErrorKind.Module, pallet, index, name);

    /// <summary>An error of the economy's pallet.</summary>
    public static implicit operator DispatchError(SubtensorError error) =>
        Module(SubtensorPallet, (byte)error, error.ToString());

    /// <summary>The error of the economy's pallet that this is; null when it is another.</summary>
    public SubtensorError? Subtensor =>
        Kind == DispatchErrorKind.Module && Pallet == SubtensorPallet
            ? (SubtensorError)Detail
            : null;

    /// <summary>Appends the error as events and answers carry it.</summary>
    public void Encode(ScaleWriter to)
    {
        to.WriteU8((byte)Kind);
        switch (Kind)
        {
            case DispatchErrorKind.Module:
                to.WriteU8(Pallet);
                to.WriteRaw([Detail, 0, 0, 0]);
                break;
            case DispatchErrorKind.Token:
            case DispatchErrorKind.Arithmetic:
            case DispatchErrorKind.Transactional:
                to.WriteU8(Detail);
                break;
        }
    }

    /// <summary>The wire name.</summary>
    public override string ToString() => Name;
}
