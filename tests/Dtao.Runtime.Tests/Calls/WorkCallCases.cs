using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Registration;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Registering by proof of work.</summary>
internal static class WorkCallCases
{
    private static readonly NetUid Subnet = new(1);
    private static readonly Hotkey Bob = Actor.Bob.Hotkey;

    private static readonly IChainEvent[] Registered =
        [new NeuronRegistered(Subnet, new(0), Bob)];

    public static IReadOnlyList<CallCase> All { get; } =
    [
        new(
            "register",
            [
                ("another signer", SubtensorError.TransactorAccountShouldBeHotKey),
                ("root", SubtensorError.RegistrationNotPermittedOnRootSubnet),
                ("no subnet", SubtensorError.SubNetworkDoesNotExist),
                ("closed", SubtensorError.SubNetRegistrationDisabled),
                ("full block", SubtensorError.TooManyRegistrationsThisBlock),
                ("full interval", SubtensorError.TooManyRegistrationsThisInterval),
                ("registered", SubtensorError.HotKeyAlreadyRegisteredInSubNet),
                ("old work", SubtensorError.InvalidWorkBlock),
                ("little work", SubtensorError.InvalidDifficulty),
                ("wrong nonce", SubtensorError.InvalidSeal),
                ("foreign hotkey", SubtensorError.NonAssociatedColdKey),
                ("no uids", SubtensorError.NoNeuronIdAvailable),
            ],
            Registered,
            Registering),
        new(
            "register for a later block",
            [("later", SubtensorError.InvalidWorkBlock)],
            Registered,
            static faults => Working(faults, faults.Contains("later") ? 1_001UL : 1_000)),
    ];

    private static CallCase.Situation Registering(IReadOnlySet<string> faults) =>
        Working(faults, faults.Contains("old work") ? 997UL : 998);

    private static CallCase.Situation Working(IReadOnlySet<string> faults, ulong block)
    {
        NetUid subnet = faults.Contains("root")
            ? NetUid.Root
            : new(faults.Contains("no subnet") ? (ushort)77 : (ushort)1);
        Hash256 worked = HashOf(block);
        const ulong Nonce = 5;
        Hash256 seal = Work.Seal(block == 1_000 ? Hash256.Zero : worked, Nonce, Bob);
        ChainBuilder builder = new ChainBuilder()
            .AtBlock(1_000)
            .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
            .With("NetworkPowRegistrationAllowed", !faults.Contains("closed"), Subnet)
            .With("RegistrationsThisBlock", faults.Contains("full block") ? 1 : 0, Subnet)
            .With("RegistrationsThisInterval", faults.Contains("full interval") ? 3 : 2, Subnet)
            .With("Difficulty", faults.Contains("little work") ? ulong.MaxValue : 1, subnet)
            .With("MaxAllowedUids", faults.Contains("no uids") ? 0 : 256, Subnet);
        if (faults.Contains("foreign hotkey")) builder.WithOwner(Bob, Actor.Alice.Coldkey);
        Chain chain = builder.Build();
        if (block != 1_000) chain.BlockHashes.Remember((uint)block, worked);
        if (faults.Contains("registered")) chain.Neurons.Append(subnet, Bob, new(1));
        RegisterByWork call = new(
            subnet, block, faults.Contains("wrong nonce") ? Nonce + 1 : Nonce, seal.ToArray(),
            Bob, Actor.Bob.Coldkey);
        return new(
            chain, call,
            faults.Contains("another signer") ? Actor.Alice.Coldkey.Account : Bob.Account);
    }

    private static Hash256 HashOf(ulong block)
    {
        byte[] bytes = new byte[Hash256.Size];
        bytes[0] = (byte)(block % 256);
        return Hash256.FromBytes(bytes);
    }
}
