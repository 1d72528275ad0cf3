using Dtao.Numerics;

namespace Dtao.Runtime.Migrations;

/// <summary>What a new version does to the storage before its first block.</summary>
/// <remarks>
/// The present block is still the previous one. Source: docs/spec/versions.md#upgrades;
/// vectors: vectors/versions (migration.json.gz).
/// </remarks>
internal static class Upgrade
{
    private const ulong LeastDifficulty = 10_000_000;

    /// <summary>Runs the migrations of the chain's version; it runs that version already.</summary>
    public static void Run(Chain chain)
    {
        Recount(chain);
        if (chain.Spec.Version == 233 && chain.Migrations.Begin("migrate_rao"))
        {
            DynamicTao.Introduce(chain);
            Recount(chain);
            if (chain.Migrations.Begin("migrate_fix_is_network_member"))
            {
                chain.Neurons.RebuildMembership(chain.Subnets.InHashedKeyOrder());
            }

            if (chain.Migrations.Begin("migrate_set_min_burn_1")) LowerMinimumBurns(chain);
        }

        if (chain.Spec.Version == 238 && chain.Migrations.Begin("migrate_set_min_difficulty"))
        {
            SetMinimumDifficulties(chain);
        }

        if (chain.Spec.Version == 244 && chain.Migrations.Begin("migrate_remove_stake_map"))
        {
            chain.Stakes.EraseLegacyStakes();
        }

        chain.Pools.CutVolumes();
    }

    /// <summary>Sets the issuance to what can be counted: leaks are written off.</summary>
    private static void Recount(Chain chain) => chain.Issuance.Recount(
        chain.Balances.TotalIssuance
            .SaturatingAdd(chain.Pools.TotalStake)
            .SaturatingAdd(chain.Subnets.TotalLocked()));

    private static void LowerMinimumBurns(Chain chain)
    {
        foreach (NetUid subnet in chain.Subnets.InHashedKeyOrder())
        {
            if (subnet == NetUid.Root) continue;
            chain.Registration.SetMinimumBurn(subnet, Tao.FromRao(500_000));
        }
    }

    private static void SetMinimumDifficulties(Chain chain)
    {
        foreach (NetUid subnet in chain.Subnets.InHashedKeyOrder())
        {
            if (subnet == NetUid.Root) continue;
            chain.Registration.SetMinimumDifficulty(subnet, LeastDifficulty);
        }
    }
}
