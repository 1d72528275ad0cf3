using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Admin;

/// <summary>Sets the smoothing factor of all moving prices.</summary>
/// <remarks>
/// Wire: AdminUtils.sudo_set_subnet_moving_alpha. Source: docs/spec/admin.md#network-settings.
/// </remarks>
/// <param name="Rate">The factor per block; any value is accepted.</param>
public sealed record SetMovingAlpha(I96F32 Rate) : IRootCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.AdminPallet, 63);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => to.WriteI128(Rate.Bits);

    internal static SetMovingAlpha Decode(ref ScaleReader from) =>
        new(I96F32.FromBits(from.ReadI128()));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain)
    {
        chain.Pools.SetMovingAlpha(Rate);
        return DispatchResult.Ok;
    }
}
