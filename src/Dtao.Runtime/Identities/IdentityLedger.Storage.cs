using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Identities;

public sealed partial class IdentityLedger
{
    private readonly MapItem<Coldkey, ColdkeyIdentity?> _coldkeys;
    private readonly SubnetItem<SubnetIdentity?> _subnets;

    internal IdentityLedger(StateLayer state)
    {
        _coldkeys = state.Open(Storage.Coldkeys);
        _subnets = state.Open(Storage.Subnets);
    }

    /// <summary>
    /// What identities keep in the state. Private, so that nothing else can write it.
    /// </summary>
    private static class Storage
    {
        /// <summary>What coldkeys say of themselves. Unit: none.</summary>
        public static readonly MapDescriptor<Coldkey, ColdkeyIdentity?> Coldkeys =
            Declare.ByColdkey<ColdkeyIdentity?>(
                "IdentitiesV2", ColdkeyIdentity.Shape!, null, "none");

        /// <summary>What subnets say of themselves. Unit: none.</summary>
        public static readonly SubnetDescriptor<SubnetIdentity?> Subnets =
            Declare.BySubnet<SubnetIdentity?>(
                "SubnetIdentitiesV2", SubnetIdentity.Shape!, null, "none",
                KeyHasher.Blake2_128Concat);
    }
}
