using Dtao.Codec.Extrinsics;
using Dtao.Crypto;
using Dtao.Fuzz.Worlds;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Proxies;

namespace Dtao.Fuzz.Draws;

/// <summary>Draws calls of proxies that know each other.</summary>
/// <remarks>Announced calls are those few that signatories share, so that one is found.</remarks>
internal static class ProxyDraws
{
    /// <summary>A call of the pallet by its number; null when nobody has a proxy yet.</summary>
    public static ICall? Draw(byte number, Scene scene)
    {
        (AccountId Real, ProxyDefinition Proxy)[] pairs = [.. Pairs(scene)];
        if (pairs.Length == 0) return null;
        (AccountId real, ProxyDefinition proxy) = scene.Chance.Among(pairs);
        MultiAddress behind = MultiAddress.Of(real);
        MultiAddress stranger = MultiAddress.Of(proxy.Delegate);
        ProxyType? type = scene.Chance.OneIn(3) ? proxy.Type : null;
        scene.Signer = proxy.Delegate;
        switch (number)
        {
            case 0:
                return CallOf(scene) is { } call ? new CallAsProxy(behind, type, call) : null;
            case 2:
                scene.Signer = real;
                return new RemoveProxy(stranger, proxy.Type, proxy.Delay);
            case 6:
                return new Announce(behind, HashOf(MultisigDraws.CallOf(scene)));
            case 7:
                return new RemoveAnnouncement(behind, Announced(scene, proxy.Delegate));
            case 8:
                scene.Signer = real;
                return new RejectAnnouncement(stranger, Announced(scene, proxy.Delegate));
            case 9:
                if (scene.Chance.OneIn(2)) scene.Signer = scene.AnyAccount();
                return new CallAnnounced(stranger, behind, type, MultisigDraws.CallOf(scene));
            default:
                return null;
        }
    }

    /// <summary>Who may act for whom; accounts without key are nobody's but theirs.</summary>
    private static IEnumerable<(AccountId Real, ProxyDefinition Proxy)> Pairs(Scene scene) =>
        RawStorage.Item(scene.Chain, "Proxy", "Proxies").Entries()
            .Select(static entry => AccountId.FromBytes(entry.Key))
            .Order()
            .SelectMany(
                real => scene.Chain.Proxies.ProxiesOf(real),
                static (real, proxy) => (real, proxy));

    private static ICall? CallOf(Scene scene) => scene.Chance.OneIn(2)
        ? MultisigDraws.CallOf(scene)
        : CallDraws.DrawLeaf(scene);

    /// <summary>Mostly the hash of something that the proxy announced.</summary>
    private static Hash256 Announced(Scene scene, AccountId proxy)
    {
        IReadOnlyList<Announcement> made = scene.Chain.Proxies.AnnouncedBy(proxy);
        return made.Count == 0 || scene.Chance.OneIn(8)
            ? HashOf(MultisigDraws.CallOf(scene))
            : made[scene.Chance.Below(made.Count)].CallHash;
    }

    private static Hash256 HashOf(ICall call) =>
        Hash256.FromBytes(Blake2b.Hash256(CallTable.Encode(call)));
}
