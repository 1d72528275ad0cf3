using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Pools;

public sealed partial class PoolLedger
{
    /// <summary>TAO reserves of the lowest subnets, for whoever checks sums.</summary>
    internal ReadOnlySpan<Tao> TaoReserves => _taoReserve.Values;

    /// <summary>Alpha reserves of the lowest subnets.</summary>
    internal ReadOnlySpan<Alpha> AlphaReserves => _alphaReserve.Values;

    /// <summary>Alpha outside the pools of the lowest subnets.</summary>
    internal ReadOnlySpan<Alpha> AlphasOutstanding => _alphaOutstanding.Values;

    /// <summary>Notes a purchase before it is booked.</summary>
    /// <remarks>A stable pool gives alpha that its reserve need not hold.</remarks>
    private void NoteBuy(NetUid subnet, Tao paid, Alpha received)
    {
        _flows.Note(FlowCause.TaoTradedIn, subnet, paid);
        _flows.Note(FlowCause.AlphaTradedOut, subnet, received);
        NoteFloor(FlowCause.AlphaReserveFloor, subnet, received, _alphaReserve[subnet]);
    }

    /// <summary>Notes a sale before it is booked.</summary>
    private void NoteSale(NetUid subnet, Alpha sold, Tao received)
    {
        _flows.Note(FlowCause.AlphaTradedIn, subnet, sold);
        _flows.Note(FlowCause.TaoTradedOut, subnet, received);
        NoteFloor(FlowCause.OutstandingFloor, subnet, sold, _alphaOutstanding[subnet]);
        Tao missing = received.SaturatingSubtract(_taoReserve[subnet]);
        if (missing > Tao.Zero) _flows.Note(FlowCause.ReserveFloor, subnet, missing);
        missing = received.SaturatingSubtract(_totalStake.Value);
        if (missing > Tao.Zero) _flows.Note(FlowCause.TotalStakeFloor, missing);
    }

    private void NoteFloor(FlowCause cause, NetUid subnet, Alpha wanted, Alpha held)
    {
        Alpha missing = wanted.SaturatingSubtract(held);
        if (missing > Alpha.Zero) _flows.Note(cause, subnet, missing);
    }
}
