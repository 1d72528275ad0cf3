using Dtao.Runtime.Delegation;
using Dtao.Runtime.Identities;
using Dtao.Runtime.Keys;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Root;
using Dtao.Runtime.Senate;
using Dtao.Runtime.Serving;
using Dtao.Runtime.Staking;
using Dtao.Runtime.Subnets;
using Dtao.Runtime.Weights;

namespace Dtao.Runtime.Dispatch;

/// <summary>The calls of the economy's pallet.</summary>
/// <remarks>Source: docs/spec/dispatch.md#subtensor.</remarks>
internal static class SubtensorCalls
{
    public static IReadOnlyList<CallDescription> Table { get; } =
    [
        Normal(0, "set_weights", new(124_910_000_000), SetWeights.Decode),
        Normal(1, "become_delegate", new(529_000_000), OfferDelegation.Decode),
        Normal(2, "add_stake", new(1_074_000_000), AddStake.Decode),
        Normal(3, "remove_stake", new(1_061_000_000, 43_991), RemoveStake.Decode),
        Normal(4, "serve_axon", new(246_000_000), ServeAxon.Decode),
        Normal(5, "serve_prometheus", new(245_000_000), ServePrometheus.Decode),
        Normal(6, "register", new(2_992_000_000), RegisterByWork.Decode),
        Normal(7, "burned_register", new(3_227_000_000), BurnedRegister.Decode),
        Normal(8, "set_tao_weights", new(112_951_000_000), SetTaoWeights.Decode),
        Operational(55, "vote", new(0), Vote.Decode, Pays.Yes),
        Normal(40, "serve_axon_tls", new(246_000_000), ServeAxonTls.Decode),
        Operational(59, "register_network", new(3_557_000_000), RegisterNetwork.Decode),
        Normal(60, "faucet", new(2_966_000_000), Faucet.Decode),
        Operational(61, "dissolve_network", new(3_369_000_000), DissolveNetwork.Decode),
        Normal(62, "root_register", new(2_739_000_000), RootRegister.Decode),
        Normal(63, "adjust_senate", new(0), AdjustSenate.Decode, Pays.Yes),
        Normal(65, "decrease_take", new(0), DecreaseTake.Decode),
        Normal(66, "increase_take", new(0), IncreaseTake.Decode),
        Operational(67, "set_children", new(3_369_000_000), SetChildren.Decode, Pays.Yes),
        Normal(68, "set_identity", new(245_000_000), SetIdentity.Decode, Pays.Yes),
        Operational(
            69, "sudo_set_tx_childkey_take_rate_limit", new(100_006_000),
            SetChildkeyTakeRateLimit.Decode),
        Operational(70, "swap_hotkey", new(61_440_000_000), SwapHotkey.Decode),
        Operational(71, "swap_coldkey", new(1_777_713_000, 11_645), SwapColdkey.Decode),
        Operational(
            73, "schedule_swap_coldkey", new(3_369_000_000), ScheduleSwapColdkey.Decode,
            Pays.Yes),
        Operational(
            74, "schedule_dissolve_network", new(3_369_000_000), ScheduleDissolveNetwork.Decode,
            Pays.Yes),
        Normal(75, "set_childkey_take", new(300_034_000), SetChildkeyTake.Decode, Pays.Yes),
        Operational(
            76, "sudo_set_min_childkey_take", new(100_006_000), SetMinimumChildkeyTake.Decode),
        Operational(
            77, "sudo_set_max_childkey_take", new(100_006_000), SetMaximumChildkeyTake.Decode),
        Normal(78, "set_subnet_identity", new(245_000_000), SetSubnetIdentity.Decode, Pays.Yes),
        Operational(
            79, "register_network_with_identity", new(3_557_000_000),
            RegisterNetworkWithIdentity.Decode),
        Normal(80, "batch_set_weights", new(124_910_000_000), BatchSetWeights.Decode),
        Operational(83, "unstake_all", new(103_000_000), UnstakeAll.Decode),
        Operational(84, "unstake_all_alpha", new(103_000_000), UnstakeAllAlpha.Decode),
        Operational(85, "move_stake", new(103_000_000), MoveStake.Decode),
        Operational(86, "transfer_stake", new(103_000_000), TransferStake.Decode),
        Operational(87, "swap_stake", new(103_000_000), SwapStake.Decode),
        Normal(88, "add_stake_limit", new(1_074_000_000), AddStakeLimit.Decode),
        Normal(89, "remove_stake_limit", new(1_061_000_000, 43_991), RemoveStakeLimit.Decode),
        Operational(90, "swap_stake_limit", new(103_000_000), SwapStakeLimit.Decode),
        Operational(
            91, "try_associate_hotkey", new(378_000_000), TryAssociateHotkey.Decode, Pays.Yes)
            with { Since = 244 },
        Normal(96, "commit_weights", new(171_000_000), CommitWeights.Decode),
        Normal(97, "reveal_weights", new(678_000_000), RevealWeights.Decode),
        Normal(98, "batch_reveal_weights", new(1_017_612_000), BatchRevealWeights.Decode),
        Normal(99, "commit_crv3_weights", new(171_000_000), CommitTimelockedWeights.Decode),
        Normal(100, "batch_commit_weights", new(271_000_000), BatchCommitWeights.Decode),
    ];

    private static CallDescription Normal(
        byte call, string name, Weight weight, CallDescription.Reader decode,
        Pays pays = Pays.No) =>
        Describe(call, name, DispatchClass.Normal, pays, weight, decode);

    private static CallDescription Operational(
        byte call, string name, Weight weight, CallDescription.Reader decode,
        Pays pays = Pays.No) =>
        Describe(call, name, DispatchClass.Operational, pays, weight, decode);

    private static CallDescription Describe(
        byte call, string name, DispatchClass kind, Pays pays, Weight weight,
        CallDescription.Reader decode) =>
        new(
            new(DispatchError.SubtensorPallet, call), "SubtensorModule", name, kind, pays,
            _ => weight, decode);
}
