using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Keys;

public sealed partial class KeyLedger
{
    private readonly MapItem<Coldkey, ValueTuple> _scheduled;

    internal KeyLedger(StateLayer state) => _scheduled = state.Open(Storage.Scheduled);

    /// <summary>
    /// What key swaps keep in the state. Private, so that nothing else can write it.
    /// </summary>
    private static class Storage
    {
        /// <summary>Coldkeys that wait for their swap; the value is empty. Unit: none.</summary>
        public static readonly MapDescriptor<Coldkey, ValueTuple> Scheduled =
            Declare.ByColdkey(
                "ColdkeySwapScheduled",
                new Shape<ValueTuple>("()", static (_, _) => { }, static (ref _) => default),
                default(ValueTuple),
                "none");
    }
}
