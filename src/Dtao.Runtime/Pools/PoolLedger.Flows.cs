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
        _flows.NoteFloor(
            FlowCause.AlphaReserveFloor, subnet, _alphaReserve[subnet].Rao, received.Rao);
        NoteCeilings(subnet, paid, Alpha.Zero, received);
    }

    /// <summary>Notes a sale before it is booked.</summary>
    private void NoteSale(NetUid subnet, Alpha sold, Tao received)
    {
        _flows.Note(FlowCause.AlphaTradedIn, subnet, sold);
        _flows.Note(FlowCause.TaoTradedOut, subnet, received);
        _flows.NoteFloor(
            FlowCause.OutstandingFloor, subnet, _alphaOutstanding[subnet].Rao, sold.Rao);
        _flows.NoteFloor(
            FlowCause.ReserveFloor, subnet, _taoReserve[subnet].Rao, received.Rao);
        _flows.NoteFloor(
            FlowCause.TotalStakeFloor, NetUid.Root, _totalStake.Value.Rao, received.Rao);
        NoteCeilings(subnet, Tao.Zero, sold, Alpha.Zero);
    }

    /// <summary>Notes what counters cannot hold, before it is booked.</summary>
    /// <remarks>Only root can make amounts that large.</remarks>
    /// <param name="subnet">Whose pool.</param>
    /// <param name="tao">For the TAO reserve and the total stake.</param>
    /// <param name="reserve">For the alpha reserve.</param>
    /// <param name="outstanding">For the alpha outside.</param>
    private void NoteCeilings(NetUid subnet, Tao tao, Alpha reserve, Alpha outstanding)
    {
        _flows.NoteCeiling(
            FlowCause.ReserveCeiling, subnet, _taoReserve[subnet].Rao, tao.Rao);
        _flows.NoteCeiling(
            FlowCause.TotalStakeCeiling, NetUid.Root, _totalStake.Value.Rao, tao.Rao);
        _flows.NoteCeiling(
            FlowCause.AlphaReserveCeiling, subnet, _alphaReserve[subnet].Rao, reserve.Rao);
        _flows.NoteCeiling(
            FlowCause.OutstandingCeiling, subnet, _alphaOutstanding[subnet].Rao,
            outstanding.Rao);
    }
}
