using Dtao.Numerics;

namespace Dtao.Runtime;

/// <summary>What the economy does in every block before the first call runs.</summary>
/// <remarks>
/// The order is consensus: a line may rely on every line above it and on none below it.
/// Source: docs/spec/block-step.md; vectors: vectors/network.json.gz.
/// </remarks>
public static class BlockStep
{
    /// <summary>Runs the step; the chain already has the new block number.</summary>
    public static void Run(Chain chain)
    {
        chain.Subnets.CopyInHashedKeyOrder(chain.BlockSubnets);
        chain.Registration.BeginBlock(chain.BlockSubnets, chain.Block);

        ulong emission = chain.Emission.EvaluateCurve(chain.Issuance.Total.Rao);
        Tao granted = Tao.FromRao(emission);
        if (chain.EmissionRule is { } rule) chain.RuleCoinbase.Run(rule, granted);
        else chain.Coinbase.Run(chain, Fractional<Tao>.From(granted));

        ActivateChildren(chain);
    }

    private static void ActivateChildren(Chain chain)
    {
        foreach (NetUid subnet in chain.BlockSubnets)
        {
            if (chain.EpochIsDue(subnet)) chain.Delegation.ActivateChildren(subnet, chain.Block);
        }
    }
}
