using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Multisigs;

public sealed partial class MultisigLedger
{
    private static readonly Shape<Hash256> CallHash = new(
        "H256", static (to, value) => to.Write(value), static (ref from) => from.ReadHash());

    private readonly MapItem<(AccountId Account, Hash256 CallHash), PendingOperation?> _pending;

    internal MultisigLedger(StateLayer state) => _pending = state.Open(Storage.Pending);

    /// <summary>What is kept in the state. Private, so nothing else can write it.</summary>
    private static class Storage
    {
        /// <summary>
        /// Operations that were begun, by account and hash of the call. Unit: rao.
        /// </summary>
        public static readonly MapDescriptor<(
                AccountId Account, Hash256 CallHash), PendingOperation?> Pending =
            new(
                "Multisig",
                "Multisigs",
                [
                    new("account", KeyHasher.Twox64Concat),
                    new("H256", KeyHasher.Blake2_128Concat),
                ],
                Shapes.Keys(Shapes.Account, CallHash),
                PendingOperation.Shape!,
                null,
                "rao");
    }
}
