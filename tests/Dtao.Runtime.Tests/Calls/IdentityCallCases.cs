using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Identities;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>What coldkeys and owners say of themselves, each text as long as it may be.</summary>
internal static class IdentityCallCases
{
    private static readonly Actor Alice = Actor.Alice;

    private static readonly ColdkeyIdentity Coldkey = new(
        new byte[256], new byte[256], new byte[256], new byte[1_024], new byte[256],
        new byte[1_024], new byte[1_024]);

    /// <summary>Each text of a subnet as long as it may be.</summary>
    public static SubnetIdentity Subnet { get; } = new(
        new byte[256], new byte[1_024], new byte[1_024], new byte[1_024], new byte[256],
        new byte[1_024], new byte[1_024]);

    public static IReadOnlyList<CallCase> All { get; } =
    [
        new(
            "set_identity",
            [
                ("no neuron", SubtensorError.HotKeyNotRegisteredInNetwork),
                .. Long("name", "url", "repository", "image", "discord", "description", "rest"),
            ],
            [new ChainIdentitySet(Alice.Coldkey)],
            OfColdkey),
        new(
            "set_subnet_identity",
            [
                ("another owner", SubtensorError.NotSubnetOwner),
                .. Long(
                    "name", "repository", "contact", "url", "discord", "description", "rest"),
            ],
            [new SubnetIdentitySet(new(1))],
            OfSubnet),
    ];

    private static CallCase.Situation OfColdkey(IReadOnlySet<string> faults)
    {
        Chain chain = World(faults);
        ColdkeyIdentity identity = new(
            Text(faults, "name", Coldkey.Name), Text(faults, "url", Coldkey.Url),
            Text(faults, "repository", Coldkey.Repository),
            Text(faults, "image", Coldkey.Image), Text(faults, "discord", Coldkey.Discord),
            Text(faults, "description", Coldkey.Description),
            Text(faults, "rest", Coldkey.Additional));
        return new(chain, new SetIdentity(identity), Alice.Coldkey.Account);
    }

    private static CallCase.Situation OfSubnet(IReadOnlySet<string> faults)
    {
        Chain chain = World(faults);
        SubnetIdentity identity = new(
            Text(faults, "name", Subnet.Name), Text(faults, "repository", Subnet.Repository),
            Text(faults, "contact", Subnet.Contact), Text(faults, "url", Subnet.Url),
            Text(faults, "discord", Subnet.Discord),
            Text(faults, "description", Subnet.Description),
            Text(faults, "rest", Subnet.Additional));
        return new(chain, new SetSubnetIdentity(new(1), identity), Alice.Coldkey.Account);
    }

    private static IEnumerable<(string, DispatchError)> Long(params string[] texts) =>
        texts.Select(static text =>
            ($"long {text}", (DispatchError)SubtensorError.InvalidIdentity));

    private static byte[] Text(IReadOnlySet<string> faults, string text, byte[] longest) =>
        faults.Contains($"long {text}") ? [.. longest, 0] : longest;

    private static Chain World(IReadOnlySet<string> faults)
    {
        Coldkey owner = faults.Contains("another owner") ? Actor.Bob.Coldkey : Alice.Coldkey;
        Chain chain = new ChainBuilder()
            .AtBlock(1_000)
            .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
            .WithOwner(Alice.Hotkey, Alice.Coldkey)
            .With("SubnetOwner", owner, 1)
            .Build();
        if (!faults.Contains("no neuron")) chain.Neurons.Append(new(1), Alice.Hotkey, new(1));
        return chain;
    }
}
