using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Identities;
using Dtao.Runtime.Scheduling;
using Dtao.Runtime.Subnets;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>The end of subnets.</summary>
internal static class SubnetCallCases
{
    private const uint EndBlock = 8_200;

    private static readonly NetUid Subnet = new(1);
    private static readonly Coldkey Alice = Actor.Alice.Coldkey;

    public static IReadOnlyList<CallCase> All { get; } =
    [
        new(
            "dissolve_network",
            [
                ("no subnet", SubtensorError.SubNetworkDoesNotExist),
                ("another owner", SubtensorError.NotSubnetOwner),
            ],
            [
                new SubnetIdentityRemoved(Subnet),
                new NewAccount(Alice.Account),
                new Endowed(Alice.Account, Tao.Whole(9)),
                new BalanceDeposited(Alice.Account, Tao.Whole(9)),
                new NetworkRemoved(Subnet),
            ],
            Dissolving),
        new(
            "schedule_dissolve_network",
            [("full agenda", SubtensorError.FailedToSchedule)],
            [
                new TaskScheduled(EndBlock, 49),
                new DissolveNetworkScheduled(Alice, Subnet, EndBlock),
            ],
            Scheduling),
    ];

    private static CallCase.Situation Dissolving(IReadOnlySet<string> faults)
    {
        NetUid subnet = faults.Contains("no subnet") ? new(77) : Subnet;
        Coldkey owner = faults.Contains("another owner") ? Actor.Bob.Coldkey : Alice;
        Chain chain = World()
            .With("SubnetOwner", owner, subnet)
            .With("SubnetLocked", Tao.Whole(9), Subnet)
            .Build();
        chain.Identities.Set(Subnet, IdentityCallCases.Subnet);
        return new(chain, new DissolveNetwork(Alice, subnet), Origin.Root);
    }

    private static CallCase.Situation Scheduling(IReadOnlySet<string> faults)
    {
        Chain chain = World().With("DissolveNetworkScheduleDuration", 7_200).Build();
        KeyCallCases.FillAgenda(chain, EndBlock, faults.Contains("full agenda"));
        return new(chain, new ScheduleDissolveNetwork(Subnet), Alice.Account);
    }

    private static ChainBuilder World() => new ChainBuilder()
        .AtBlock(1_000)
        .WithRoot(Tao.Whole(1))
        .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10));
}
