using Dtao.Numerics;
using Dtao.Runtime.Epoch;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>R0: root's validators vote on subnets with their stake, as before dTAO.</summary>
/// <remarks>
/// E_j in proportion to R_j C_j: R_j the stake-weighted vote, C_j a sigmoid of the stake that
/// votes for j at all. Without votes the last ones of before dTAO stay in force.
/// Source: docs/spec/rules.md#formulas.
/// </remarks>
public sealed class RootVoteShares : IShareRule
{
    private static readonly I32F32 Steepness = I32F32.FromInteger(10L);

    private static readonly I32F32 Majority =
        I32F32.FromInteger(32_767L) / I32F32.FromInteger(65_535L);

    /// <inheritdoc/>
    public void Divide(EmissionBlock block)
    {
        List<KeyValuePair<Hotkey, UidWeight[]>> votes = block.Chain.Rules.Votes();
        Tao all = Tao.Zero;
        foreach ((Hotkey hotkey, _) in votes)
        {
            all = all.SaturatingAdd(StakeOf(block, hotkey));
        }

        for (int index = 0; index < block.Subnets.Length; index++)
        {
            NetUid subnet = block.Subnets[index].Subnet;
            block.Weights[index] = votes.Count == 0
                ? U64F64.FromInteger(block.Chain.Emission.LegacyEmission(subnet))
                : WeightOf(block, subnet, votes, all);
        }

        block.ShareByWeights();
        block.LeaveOutDisabled();
        block.EmitShares();
    }

    private static Tao StakeOf(EmissionBlock block, Hotkey hotkey) =>
        Tao.FromRao(block.Chain.Stakes.StakeOf(hotkey, NetUid.Root).Rao);

    private static U64F64 WeightOf(
        EmissionBlock block, NetUid subnet, List<KeyValuePair<Hotkey, UidWeight[]>> votes,
        Tao all)
    {
        U64F64 rank = U64F64.Zero;
        Tao trusting = Tao.Zero;
        foreach ((Hotkey hotkey, UidWeight[] row) in votes)
        {
            (ulong own, ulong sum) = PartOf(row, subnet);
            if (own == 0) continue;
            Tao stake = StakeOf(block, hotkey);
            trusting = trusting.SaturatingAdd(stake);
            rank = rank.SaturatingAdd(Ratio(own, sum)
                .SaturatingMultiply(Ratio(stake.Rao, all.Rao)));
        }

        return rank.SaturatingMultiply(ConsensusOf(Ratio(trusting.Rao, all.Rao).ToI32F32()));
    }

    private static U64F64 ConsensusOf(I32F32 trust)
    {
        I32F32 distance = Majority.SaturatingSubtract(trust);
        Transcendental.TryExponential(
            Steepness.SaturatingMultiply(distance), out I32F32 against);
        return U64F64.One.SafeDivide(U64F64.One.SaturatingAdd(against.ToU64F64()));
    }

    private static (ulong Own, ulong Sum) PartOf(UidWeight[] row, NetUid subnet)
    {
        ulong own = 0;
        ulong sum = 0;
        foreach (UidWeight vote in row)
        {
            sum += vote.Value;
            if (vote.Uid == subnet.Value) own += vote.Value;
        }

        return (own, sum);
    }

    private static U64F64 Ratio(ulong part, ulong whole) =>
        U64F64.FromInteger(part).SafeDivide(U64F64.FromInteger(whole));
}
