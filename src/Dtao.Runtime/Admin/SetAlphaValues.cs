using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Admin;

/// <summary>Sets the lowest and highest rate of liquid alpha.</summary>
/// <remarks>
/// Wire: AdminUtils.sudo_set_alpha_values. Upstream: root passes the check of the owner but not
/// the next, which asks for a signature; so only the owner can.
/// Source: docs/spec/admin.md#alpha-values.
/// </remarks>
/// <param name="NetUid">The subnet.</param>
/// <param name="Low">Lowest rate, in units of 1/65535.</param>
/// <param name="High">Highest rate, in units of 1/65535.</param>
public sealed record SetAlphaValues(NetUid NetUid, ushort Low, ushort High) : ISignedCall
{
    /// <summary>The highest rate is at least this, the lowest below it: four fifths.</summary>
    public const ushort Border = 52_428;

    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.AdminPallet, 51);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(NetUid);
        to.WriteU16(Low);
        to.WriteU16(High);
    }

    internal static SetAlphaValues Decode(ref ScaleReader from) => new(
        from.ReadNetUid(),
        from.ReadU16(),
        from.ReadU16());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (!AdminChecks.IsOwnerOrRoot(chain, Origin.Signed(signer), NetUid))
        {
            return DispatchError.BadOrigin;
        }

        if (!chain.Epochs.LiquidAlphaIsOn(NetUid)) return SubtensorError.LiquidAlphaDisabled;
        if (High < Border) return SubtensorError.AlphaHighTooLow;
        if (Low is 0 or >= Border) return SubtensorError.AlphaLowOutOfRange;

        chain.Epochs.SetAlphaValues(NetUid, Low, High);
        return DispatchResult.Ok;
    }
}
