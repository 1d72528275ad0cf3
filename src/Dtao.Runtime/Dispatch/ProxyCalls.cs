using Dtao.Runtime.Proxies;

namespace Dtao.Runtime.Dispatch;

/// <summary>The calls of the pallet <c>Proxy</c>.</summary>
/// <remarks>Source: docs/spec/dispatch.md#proxy.</remarks>
internal static class ProxyCalls
{
    private const ulong Proof = 4_706;
    private const ulong AnnouncedProof = 5_698;

    public static IReadOnlyList<CallDescription> Table { get; } =
    [
        Carrying(
            0, "proxy", static call => ((CallAsProxy)call).Call, CallAsProxy.WeightOf,
            CallAsProxy.Decode),
        Plain(1, "add_proxy", new(148_644_897, Proof), AddProxy.Decode),
        Plain(2, "remove_proxy", new(148_827_388, Proof), RemoveProxy.Decode),
        Plain(3, "remove_proxies", new(147_364_490, Proof), RemoveProxies.Decode),
        Plain(4, "create_pure", new(149_081_624, Proof), CreatePure.Decode),
        Plain(5, "kill_pure", new(148_121_478, Proof), KillPure.Decode),
        Plain(6, "announce", new(321_131_805, AnnouncedProof), Announce.Decode),
        Plain(
            7, "remove_announcement", new(285_839_976, AnnouncedProof),
            RemoveAnnouncement.Decode),
        Plain(
            8, "reject_announcement", new(285_752_657, AnnouncedProof),
            RejectAnnouncement.Decode),
        Carrying(
            9, "proxy_announced", static call => ((CallAnnounced)call).Call,
            CallAnnounced.WeightOf, CallAnnounced.Decode),
    ];

    private static CallDescription Plain(
        byte call, string name, Weight weight, CallDescription.Reader decode) =>
        new(
            new(DispatchError.ProxyPallet, call), "Proxy", name, DispatchClass.Normal, Pays.Yes,
            _ => weight, decode);

    private static CallDescription Carrying(
        byte call, string name, Func<ICall, ICall> carried, Func<ICall, Weight> weight,
        CallDescription.Reader decode) =>
        new(
            new(DispatchError.ProxyPallet, call), "Proxy", name, DispatchClass.Normal, Pays.Yes,
            wrapper => weight(carried(wrapper)), decode)
        {
            ClassOf = wrapper => CallTable.ClassOf(carried(wrapper)),
        };
}
