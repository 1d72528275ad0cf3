using Dtao.Numerics;
using Dtao.Runtime.Flows;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Emission;

/// <summary>How much TAO there is, as the economy's pallet counts it.</summary>
/// <remarks>
/// It decides the emission curve. The known leaks make it drift from the sum of balances, stake
/// and locks until the next upgrade. Source: docs/spec/invariants.md#supply.
/// </remarks>
public sealed class IssuanceLedger
{
    private readonly ValueItem<Tao> _total;
    private readonly FlowJournal _flows;

    internal IssuanceLedger(StateLayer state)
    {
        _total = state.Open(Storage.Total);
        _flows = state.Flows;
    }

    /// <summary>TAO there is. Unit: rao.</summary>
    public Tao Total => _total.Value;

    /// <summary>TAO comes into being.</summary>
    internal void Create(Tao amount)
    {
        Tao before = _total.Value;
        _total.Value = before.SaturatingAdd(amount);
        _flows.Note(FlowCause.Created, amount);
        _flows.NoteCeiling(
            FlowCause.IssuanceCeiling, NetUid.Root, before.Rao, amount.Rao);
    }

    /// <summary>Notes what a sum of created TAO cannot hold and so never counts.</summary>
    internal void NoteUncounted(Tao sum, Tao amount)
    {
        _flows.NoteCeiling(FlowCause.Created, NetUid.Root, sum.Rao, amount.Rao);
        _flows.NoteCeiling(FlowCause.IssuanceCeiling, NetUid.Root, sum.Rao, amount.Rao);
    }

    /// <summary>TAO ceases to be.</summary>
    /// <param name="amount">How much.</param>
    /// <param name="cause">Why.</param>
    internal void Destroy(Tao amount, FlowCause cause = FlowCause.Destroyed)
    {
        Tao before = _total.Value;
        _total.Value = before.SaturatingSubtract(amount);
        _flows.Note(cause, amount);
        _flows.NoteFloor(FlowCause.IssuanceFloor, NetUid.Root, before.Rao, amount.Rao);
    }

    /// <summary>Counts anew, as every upgrade does.</summary>
    internal void Recount(Tao total)
    {
        Tao before = _total.Value;
        if (total < before) _flows.Note(FlowCause.WrittenOff, before - total);
        else if (total > before) _flows.Note(FlowCause.WrittenUp, total - before);
        _total.Value = total;
    }

    /// <summary>What issuance keeps in the state. Private, so nothing else can write it.</summary>
    private static class Storage
    {
        /// <summary>TAO there is, as the economy's pallet counts it. Unit: rao.</summary>
        public static readonly ValueDescriptor<Tao> Total =
            Declare.Value("TotalIssuance", Shapes.Tao, Tao.Zero, "rao");
    }
}
