using System.Globalization;
using System.Numerics;
using Dtao.Numerics;
using Dtao.Runtime.Delegation;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Root;
using Dtao.Runtime.Staking;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>Calls in the words of the examples: name, signer, arguments.</summary>
internal static class ExampleCall
{
    /// <summary>Runs a call and says <c>ok</c> or <c>err Name</c>.</summary>
    public static string Run(Chain chain, string text)
    {
        string[] words = text.Split(' ');
        DispatchResult result = chain.Dispatch(
            Read(words), ExampleValue.Coldkey(words[1]).Account);
        return result.IsOk ? "ok" : $"err {result}";
    }

    private static ISignedCall Read(string[] words) => words[0] switch
    {
        "add_stake" => new AddStake(Hot(words[2]), Net(words[3]), InTao(words[4])),
        "remove_stake" => new RemoveStake(Hot(words[2]), Net(words[3]), InAlpha(words[4])),
        "add_stake_limit" => new AddStakeLimit(
            Hot(words[2]), Net(words[3]), InTao(words[4]), ExampleValue.Parse(words[5]),
            bool.Parse(words[6])),
        "remove_stake_limit" => new RemoveStakeLimit(
            Hot(words[2]), Net(words[3]), InAlpha(words[4]), ExampleValue.Parse(words[5]),
            bool.Parse(words[6])),
        "move_stake" => new MoveStake(
            Hot(words[2]), Hot(words[3]), Net(words[4]), Net(words[5]), InAlpha(words[6])),
        "transfer_stake" => new TransferStake(
            ExampleValue.Coldkey(words[2]), Hot(words[3]), Net(words[4]), Net(words[5]),
            InAlpha(words[6])),
        "swap_stake_limit" => new SwapStakeLimit(
            Hot(words[2]), Net(words[3]), Net(words[4]), InAlpha(words[5]),
            ExampleValue.Parse(words[6]), bool.Parse(words[7])),
        "unstake_all" => new UnstakeAll(Hot(words[2])),
        "unstake_all_alpha" => new UnstakeAllAlpha(Hot(words[2])),
        "increase_take" => new IncreaseTake(Hot(words[2]), (ushort)ExampleValue.Parse(words[3])),
        "decrease_take" => new DecreaseTake(Hot(words[2]), (ushort)ExampleValue.Parse(words[3])),
        "set_children" => new SetChildren(Hot(words[2]), Net(words[3]), Children(words[4])),
        "root_register" => new RootRegister(Hot(words[2])),
        _ => throw new InvalidOperationException($"no call {words[0]}"),
    };

    /// <summary>Relations as <c>proportion:hotkey,…</c>; a dash is an empty list.</summary>
    public static Relation[] Children(string text) => text == "-"
        ? []
        :
        [
            .. text.Split(',').Select(static pair => pair.Split(':')).Select(static pair =>
                new Relation(ulong.Parse(pair[0], CultureInfo.InvariantCulture), Hot(pair[1]))),
        ];

    private static Hotkey Hot(string number) => ExampleValue.Hotkey(number);

    private static NetUid Net(string number) => ExampleValue.NetUid(number);

    private static Tao InTao(string rao) => Tao.FromRao(ExampleValue.Parse(rao));

    private static Alpha InAlpha(string rao) =>
        Alpha.FromRao((ulong)BigInteger.Parse(rao, CultureInfo.InvariantCulture));
}
