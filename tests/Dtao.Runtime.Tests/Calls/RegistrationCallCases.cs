using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Identities;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Root;
using Dtao.Runtime.Senate;
using Dtao.Runtime.Subnets;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Registration of neurons, on root and of subnets.</summary>
internal static class RegistrationCallCases
{
    private const ulong Price = 400;

    private static readonly (string, SubtensorError) BlockFull =
        ("block full", SubtensorError.TooManyRegistrationsThisBlock);

    private static readonly (string, SubtensorError) IntervalFull =
        ("interval full", SubtensorError.TooManyRegistrationsThisInterval);

    private static readonly (string, SubtensorError) Registered =
        ("registered", SubtensorError.HotKeyAlreadyRegisteredInSubNet);

    private static readonly (string, SubtensorError) TooPoor =
        ("too poor", SubtensorError.NotEnoughBalanceToStake);

    private static readonly (string, SubtensorError) NothingLeft =
        ("nothing left", SubtensorError.ZeroBalanceAfterWithdrawn);

    private static readonly (string, DispatchError)[] OfFoundings =
    [
        ("foreign hotkey", SubtensorError.NonAssociatedColdKey),
        ("too soon", SubtensorError.NetworkTxRateLimitExceeded),
        TooPoor,
        NothingLeft,
    ];

    /// <summary>What is left of 501 rao when an account keeps 500.</summary>
    private static readonly IChainEvent Paid =
        new BalanceWithdrawn(Actor.Alice.Coldkey.Account, Tao.FromRao(1));

    public static IReadOnlyList<CallCase> All { get; } =
    [
        new(
            "burned_register",
            [
                ("root", SubtensorError.RegistrationNotPermittedOnRootSubnet),
                ("no subnet", SubtensorError.SubNetworkDoesNotExist),
                ("closed", SubtensorError.SubNetRegistrationDisabled),
                BlockFull,
                IntervalFull,
                Registered,
                TooPoor,
                ("foreign hotkey", SubtensorError.NonAssociatedColdKey),
                ("no places", SubtensorError.NoNeuronIdAvailable),
                NothingLeft,
            ],
            [
                Paid,
                new RAORecycledForRegistrationSet(new(1), Price),
                new NeuronRegistered(new(1), new(0), Actor.Alice.Hotkey),
            ],
            Burning),
        new(
            "root_register",
            [
                ("no root", SubtensorError.RootNetworkDoesNotExist),
                BlockFull,
                IntervalFull,
                Registered,
                ("no places", SubtensorError.HotKeyNotRegisteredInSubNet),
                ("little stake", SubtensorError.StakeTooLowForRoot),
            ],
            [
                new SenateMemberAdded(),
                new NeuronRegistered(NetUid.Root, new(0), Actor.Alice.Hotkey),
            ],
            Rooting),
        new(
            "register_network",
            OfFoundings,
            [Paid, .. FirstParameters(new(1)), new NetworkAdded(new(1), 0)],
            static faults => Founding(faults, new RegisterNetwork(Actor.Alice.Hotkey))),
        new(
            "register_network_with_identity",
            [.. OfFoundings, ("long name", SubtensorError.InvalidIdentity)],
            [
                Paid,
                .. FirstParameters(new(1)),
                new SubnetIdentitySet(new(1)),
                new NetworkAdded(new(1), 0),
            ],
            static faults => Founding(
                faults,
                new RegisterNetworkWithIdentity(
                    Actor.Alice.Hotkey,
                    IdentityCallCases.Subnet with
                    {
                        Name = new byte[faults.Contains("long name") ? 257 : 256],
                    }))),
        new(
            "register_network_with_identity without one",
            OfFoundings,
            [Paid, .. FirstParameters(new(1)), new NetworkAdded(new(1), 0)],
            static faults => Founding(
                faults, new RegisterNetworkWithIdentity(Actor.Alice.Hotkey, Identity: null))),
    ];

    /// <summary>What a new subnet tells of its parameters.</summary>
    public static IEnumerable<IChainEvent> FirstParameters(NetUid subnet) =>
    [
        new RegistrationAllowed(subnet, true),
        new MaxAllowedUidsSet(subnet, 256),
        new MaxAllowedValidatorsSet(subnet, 64),
        new MinAllowedWeightSet(subnet, 1),
        new MaxWeightLimitSet(subnet, 65_535),
        new AdjustmentIntervalSet(subnet, 360),
        new RegistrationPerIntervalSet(subnet, 1),
        new AdjustmentAlphaSet(subnet, 17_893_341_751_498_265_066),
        new ImmunityPeriodSet(subnet, 5_000),
        new MinBurnSet(subnet, 1),
        new MinDifficultySet(subnet, ulong.MaxValue),
        new MaxDifficultySet(subnet, ulong.MaxValue),
    ];

    private static CallCase.Situation Burning(IReadOnlySet<string> faults)
    {
        NetUid subnet = new(faults.Contains("root")
            ? (ushort)0
            : faults.Contains("no subnet") ? (ushort)77 : (ushort)1);
        ChainBuilder builder = new ChainBuilder()
            .AtBlock(1_000)
            .WithSubnet(1, Tao.Whole(1_000), Alpha.Whole(1_000), Alpha.Whole(1_000))
            .With("NetworkRegistrationAllowed", !faults.Contains("closed"), subnet)
            .With("MaxRegistrationsPerBlock", 2, subnet)
            .With("RegistrationsThisBlock", faults.Contains("block full") ? 2 : 1, subnet)
            .With("TargetRegistrationsPerInterval", 2, subnet)
            .With("RegistrationsThisInterval", faults.Contains("interval full") ? 6 : 5, subnet)
            .With("MaxAllowedUids", faults.Contains("no places") ? 0 : 4, subnet)
            .With("Burn", Price, subnet);
        Fund(builder, faults);
        if (faults.Contains("foreign hotkey"))
        {
            builder.WithOwner(Actor.Alice.Hotkey, Actor.Bob.Coldkey);
        }

        Chain chain = builder.Build();
        if (faults.Contains("registered"))
        {
            chain.Neurons.Append(subnet, Actor.Alice.Hotkey, new(1));
        }

        return new(
            chain, new BurnedRegister(subnet, Actor.Alice.Hotkey), Actor.Alice.Coldkey.Account);
    }

    private static CallCase.Situation Rooting(IReadOnlySet<string> faults)
    {
        NetUid root = NetUid.Root;
        ChainBuilder builder = new ChainBuilder().AtBlock(1_000).WithRoot(Tao.Whole(10));
        if (faults.Contains("no root")) builder.With("NetworksAdded", false, root);
        Chain chain = builder
            .With("MaxAllowedUids", 1, root)
            .With("MaxRegistrationsPerBlock", 2, root)
            .With("RegistrationsThisBlock", faults.Contains("block full") ? 2 : 1, root)
            .With("TargetRegistrationsPerInterval", 2, root)
            .With("RegistrationsThisInterval", faults.Contains("interval full") ? 6 : 5, root)
            .WithOwner(Actor.Bob.Hotkey, Actor.Bob.Coldkey)
            .WithOwner(Actor.Alice.Hotkey, Actor.Alice.Coldkey)
            .WithStake(Actor.Bob.Hotkey, Actor.Bob.Coldkey, 0, Alpha.FromRao(1_000))
            .WithStake(
                Actor.Alice.Hotkey, Actor.Alice.Coldkey, 0,
                Alpha.FromRao(faults.Contains("little stake") ? 1_000UL : 1_001))
            .Build();
        bool hasPlaces = !faults.Contains("no places");
        if (hasPlaces) chain.Neurons.Append(root, Actor.Bob.Hotkey, new(1));
        if (faults.Contains("registered"))
        {
            chain.Neurons.Append(root, Actor.Alice.Hotkey, new(1));
        }

        if (!hasPlaces) chain.Put("MaxAllowedUids", 0, root);

        return new(chain, new RootRegister(Actor.Alice.Hotkey), Actor.Alice.Coldkey.Account);
    }

    private static CallCase.Situation Founding(IReadOnlySet<string> faults, ISignedCall call)
    {
        ChainBuilder builder = new ChainBuilder()
            .AtBlock(1_000)
            .WithRoot(Tao.Whole(10))
            .With("NetworkRateLimit", 100)
            .With("NetworkLastRegistered", faults.Contains("too soon") ? 901 : 900)
            .With("NetworkLastLockCost", 0)
            .With("NetworkMinLockCost", Price)
            .WithOwner(
                Actor.Alice.Hotkey,
                faults.Contains("foreign hotkey") ? Actor.Bob.Coldkey : Actor.Alice.Coldkey);
        Fund(builder, faults);
        return new(builder.Build(), call, Actor.Alice.Coldkey.Account);
    }

    /// <summary>The price is payable from 500 rao, but an account keeps 500.</summary>
    private static void Fund(ChainBuilder builder, IReadOnlySet<string> faults)
    {
        if (faults.Contains("too poor")) return;
        ulong balance = faults.Contains("nothing left") ? 500UL : 501;
        builder.WithBalance(Actor.Alice.Coldkey, Tao.FromRao(balance));
    }
}
