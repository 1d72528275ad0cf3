using Dtao.Conformance.State;
using Dtao.Numerics;
using Dtao.Runtime.Delegation;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Root;
using Dtao.Runtime.Staking;
using Dtao.Runtime.Subnets;
using Dtao.Runtime.Weights;

namespace Dtao.Conformance.Formats;

/// <summary>
/// One operation of a scenario: a call, a deposit, or a direct change of the state.
/// </summary>
internal static class Operation
{
    /// <summary>Does it, and expects the outcome that the file tells.</summary>
    public static void Apply(VectorNode node, ChainUnderTest test)
    {
        switch (node["op"].Text())
        {
            case "deposit":
                test.Chain.Deposit(
                    new Coldkey(test.Accounts.Of(node["account"])),
                    Tao.FromRao(node["amount"].Number<ulong>()));
                break;
            case "patch":
                test.GiveUnannounced(node["patch"]);
                break;
            default:
                AccountId signer = test.Accounts.Of(node["origin"]);
                ISignedCall call = CallOf(new(node, test.Accounts));
                node["result"].Expect($"{test.Chain.Dispatch(call, signer)}");
                break;
        }
    }

    private static ISignedCall CallOf(Arguments of) => of.Name switch
    {
        "add_stake" => new AddStake(of.Hotkey(), of.NetUid(), of.Tao()),
        "add_stake_limit" => new AddStakeLimit(
            of.Hotkey(), of.NetUid(), of.Tao(), of.Limit(), of.AllowPartial()),
        "remove_stake" => new RemoveStake(of.Hotkey(), of.NetUid(), of.Alpha()),
        "remove_stake_limit" => new RemoveStakeLimit(
            of.Hotkey(), of.NetUid(), of.Alpha(), of.Limit(), of.AllowPartial()),
        "unstake_all" => new UnstakeAll(of.Hotkey()),
        "unstake_all_alpha" => new UnstakeAllAlpha(of.Hotkey()),
        "burned_register" => new BurnedRegister(of.NetUid(), of.Hotkey()),
        "root_register" => new RootRegister(of.Hotkey()),
        "register_network" => new RegisterNetwork(of.Hotkey()),
        "set_weights" => new SetWeights(
            of.NetUid(), of.Shares("dests"), of.Shares("weights"), of.VersionKey()),
        "set_childkey_take" => new SetChildkeyTake(of.Hotkey(), of.NetUid(), of.Take()),
        "increase_take" => new IncreaseTake(of.Hotkey(), of.Take()),
        "decrease_take" => new DecreaseTake(of.Hotkey(), of.Take()),
        "set_children" => new SetChildren(of.Hotkey(), of.NetUid(), of.Children()),
        _ => TransitionOf(of),
    };

    private static ISignedCall TransitionOf(Arguments of) => of.Name switch
    {
        "move_stake" => new MoveStake(
            of.Hotkey("origin_hotkey"), of.Hotkey("destination_hotkey"),
            of.NetUid("origin_netuid"), of.NetUid("destination_netuid"), of.Alpha()),
        "transfer_stake" => new TransferStake(
            new Coldkey(of.Account("destination_coldkey")), of.Hotkey(),
            of.NetUid("origin_netuid"), of.NetUid("destination_netuid"), of.Alpha()),
        "swap_stake" => new SwapStake(
            of.Hotkey(), of.NetUid("origin_netuid"), of.NetUid("destination_netuid"),
            of.Alpha()),
        "swap_stake_limit" => new SwapStakeLimit(
            of.Hotkey(), of.NetUid("origin_netuid"), of.NetUid("destination_netuid"),
            of.Alpha(), of.Limit(), of.AllowPartial()),
        _ => throw new VectorFormatException($"{of.Path}: the operation '{of.Name}' is unknown"),
    };

    /// <summary>The arguments of a call, read by their names.</summary>
    private sealed class Arguments(VectorNode node, Accounts accounts)
    {
        public string Name => node["op"].Text();

        public string Path => node.Path;

        public AccountId Account(string name) => accounts.Of(node[name]);

        public Hotkey Hotkey(string name = "hotkey") => new(Account(name));

        public NetUid NetUid(string name = "netuid") => new(node[name].Number<ushort>());

        public Tao Tao() => Numerics.Tao.FromRao(node["amount"].Number<ulong>());

        public Alpha Alpha() => Numerics.Alpha.FromRao(node["amount"].Number<ulong>());

        public ulong Limit() => node["limit_price"].Number<ulong>();

        public bool AllowPartial() => node["allow_partial"].Flag();

        public ulong VersionKey() => node["version_key"].Number<ulong>();

        public ushort Take() => node["take"].Number<ushort>();

        public ushort[] Shares(string name) =>
            node[name].List(static item => item.Number<ushort>());

        public Relation[] Children() => node["children"].List(child =>
        {
            IReadOnlyList<VectorNode> pair = child.Items();
            if (pair.Count != 2)
            {
                throw new VectorFormatException(
                    $"{child.Path}: a proportion and a hotkey are needed");
            }

            return new Relation(pair[0].Number<ulong>(), new Hotkey(accounts.Of(pair[1])));
        });
    }
}
