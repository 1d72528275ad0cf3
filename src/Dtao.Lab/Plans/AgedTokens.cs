using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Plans;

/// <summary>Gives a launch network the tokens of a later day, without running the days.</summary>
/// <remarks>
/// Assumptions: one alpha per block paid out and 0.7 alpha per block put into the pool since the
/// launch (observed 0.63 to 0.77 per block); the pool's price is the anchor price, for a subnet
/// without one the mean of its first week; tokens outside stand with the owner (18 %) and, in
/// even parts, behind the ten largest validators and the owner's.
/// </remarks>
internal static class AgedTokens
{
    private const ulong RaoInOne = 1_000_000_000;
    private const double UnanchoredPrice = 0.015;

    /// <summary>Adds the tokens of some blocks to every subnet.</summary>
    public static void Add(World world, ImmutableArray<NetUid> subnets, ulong blocks)
    {
        Chain chain = world.Chain;
        Tao created = Tao.Zero;
        foreach (NetUid subnet in subnets)
        {
            Alpha paidOut = Alpha.FromRao(blocks * RaoInOne);
            Alpha pooled = Alpha.FromRao(blocks * RaoInOne / 10 * 7);
            double anchor = AnchorPrices.Of(subnet);
            double price = anchor > 0 ? anchor : UnanchoredPrice;
            Tao tao = Tao.FromRao((ulong)(pooled.Rao * price));
            chain.Pools.Inject(subnet, tao, pooled, paidOut);
            created = created.SaturatingAdd(tao);
            HandOut(world, subnet, paidOut);
        }

        chain.Issuance.Create(created);
    }

    private static void HandOut(World world, NetUid subnet, Alpha paidOut)
    {
        Chain chain = world.Chain;
        Coldkey owner = chain.Subnets.Owner(subnet);
        Hotkey ownerHotkey = chain.Subnets.OwnerHotkey(subnet);
        Alpha cut = Alpha.FromRao(paidOut.Rao / 100 * 18);
        Give(chain, ownerHotkey, owner, subnet, cut);
        Hotkey[] behind =
        [
            ownerHotkey,
            .. world.Validators.Take(10).Select(static validator => validator.Hotkey),
        ];
        Alpha part = Alpha.FromRao((paidOut.Rao - cut.Rao) / (ulong)behind.Length);
        Alpha given = cut;
        foreach (Hotkey hotkey in behind[1..])
        {
            Give(chain, hotkey, world.Treasury, subnet, part);
            given = given.SaturatingAdd(part);
        }

        Alpha rest = paidOut.SaturatingSubtract(given);
        Give(chain, ownerHotkey, world.Treasury, subnet, rest);
    }

    private static void Give(
        Chain chain, Hotkey hotkey, Coldkey coldkey, NetUid subnet, Alpha amount)
    {
        chain.Stakes.AddShares(hotkey, coldkey, subnet, amount);
        chain.Stakes.RememberStaking(coldkey, hotkey);
    }
}
