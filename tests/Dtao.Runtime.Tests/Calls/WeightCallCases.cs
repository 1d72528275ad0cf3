using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Weights;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Setting weights.</summary>
internal static class WeightCallCases
{
    private const int Neurons = 4;

    public static IReadOnlyList<CallCase> All { get; } =
    [
        new(
            "set_weights",
            [
                ("commit reveal", SubtensorError.CommitRevealEnabled),
                ("root", SubtensorError.CanNotSetRootNetworkWeights),
                ("unequal", SubtensorError.WeightVecNotEqualSize),
                ("no subnet", SubtensorError.SubNetworkDoesNotExist),
                ("too long", SubtensorError.UidsLengthExceedUidsInSubNet),
                ("not registered", SubtensorError.HotKeyNotRegisteredInSubNet),
                ("little stake", SubtensorError.NotEnoughStakeToSetWeights),
                ("old version", SubtensorError.IncorrectWeightVersionKey),
                ("too fast", SubtensorError.SettingWeightsTooFast),
                ("no permit", SubtensorError.NeuronNoValidatorPermit),
                ("twice", SubtensorError.DuplicateUids),
                ("unknown uid", SubtensorError.UidVecContainInvalidOne),
                ("too short", SubtensorError.WeightVecLengthIsLow),
                ("too uneven", SubtensorError.MaxWeightExceeded),
            ],
            [new WeightsSet(new(1), new(0))],
            Setting),
    ];

    private static CallCase.Situation Setting(IReadOnlySet<string> faults)
    {
        NetUid subnet = new(faults.Contains("root")
            ? (ushort)0
            : faults.Contains("no subnet") ? (ushort)77 : (ushort)1);
        Hotkey signer = faults.Contains("not registered") ? Account.Hotkey(50) : Account.Hotkey(1);
        Chain chain = new ChainBuilder()
            .AtBlock(1_000)
            .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
            .With("CommitRevealWeightsEnabled", faults.Contains("commit reveal"), subnet)
            .With("StakeThreshold", 1_000)
            .WithStake(
                signer, Actor.Alice.Coldkey, 1,
                Alpha.FromRao(faults.Contains("little stake") ? 999UL : 1_000))
            .With("WeightsVersionKey", 7, subnet)
            .With("WeightsSetRateLimit", 100, subnet)
            .With("MinAllowedWeights", Neurons, subnet)
            .With("MaxWeightsLimit", 16_384, subnet)
            .Build();
        for (ushort uid = 0; uid < Neurons; uid++)
        {
            chain.Neurons.Append(new(1), Account.Hotkey(uid + 1UL), new(1));
        }

        chain.Neurons.RecordUpdate(
            new(1), new(0), new(faults.Contains("too fast") ? 901UL : 900));
        if (!faults.Contains("no permit")) chain.Neurons.GrantPermit(new(1), new(0));
        (ushort[] destinations, ushort[] values) = Row(faults);
        return new(
            chain,
            new SetWeights(
                subnet, destinations, values, faults.Contains("old version") ? 6UL : 7),
            signer.Account);
    }

    private static (ushort[] Destinations, ushort[] Values) Row(IReadOnlySet<string> faults)
    {
        List<ushort> destinations = faults.Contains("too short") ? [1, 2, 3] : [0, 1, 2, 3];
        if (faults.Contains("unknown uid")) destinations[0] = 9;
        if (faults.Contains("twice")) destinations[1] = destinations[0];
        while (faults.Contains("too long") && destinations.Count <= Neurons)
        {
            destinations.Add((ushort)(10 + destinations.Count));
        }

        List<ushort> values = [.. destinations.Select(static _ => (ushort)100)];
        if (faults.Contains("too uneven")) values[0] = 101;
        if (faults.Contains("unequal")) values.Add(1);
        return ([.. destinations], [.. values]);
    }
}
