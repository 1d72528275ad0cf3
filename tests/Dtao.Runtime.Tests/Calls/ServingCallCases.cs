using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Serving;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Announcing endpoints.</summary>
internal static class ServingCallCases
{
    private static readonly (string, SubtensorError) NotMember =
        ("not member", SubtensorError.HotKeyNotRegisteredInNetwork);

    private static readonly (string, SubtensorError) Kind =
        ("unknown kind", SubtensorError.InvalidIpType);

    private static readonly (string, SubtensorError) Address =
        ("no address", SubtensorError.InvalidIpAddress);

    private static readonly (string, SubtensorError) Soon =
        ("too soon", SubtensorError.ServingRateLimitExceeded);

    private static readonly (string, SubtensorError) Port =
        ("no port", SubtensorError.InvalidPort);

    private static readonly IChainEvent[] Told = [new AxonServed(new(9), Actor.Bob.Hotkey)];

    public static IReadOnlyList<CallCase> All { get; } =
    [
        new(
            "serve_axon",
            [NotMember, Kind, Address, Soon, Port],
            Told,
            static faults => Serving(faults, new ServeAxon(new(9), AxonOf(faults)))),
        new(
            "serve_axon_tls",
            [NotMember, Kind, Address, Soon, Port],
            Told,
            static faults => Serving(faults, new ServeAxonTls(new(9), AxonOf(faults), [7, 1, 2]))),
        new(
            "serve_prometheus",
            [Kind, Address, NotMember, Soon, Port],
            [new PrometheusServed(new(9), Actor.Bob.Hotkey)],
            static faults => Serving(
                faults,
                new ServePrometheus(
                    new(9), new(0, 1, AddressOf(faults), PortOf(faults), KindOf(faults))))),
    ];

    private static CallCase.Situation Serving(IReadOnlySet<string> faults, ISignedCall call)
    {
        Chain chain = new ChainBuilder()
            .AtBlock(1_000)
            .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
            .Build();
        if (!faults.Contains("not member"))
        {
            chain.Neurons.Append(new(1), Actor.Bob.Hotkey, new(1));
        }

        ulong last = faults.Contains("too soon") ? 951UL : 950;
        chain.Serving.Announce(new(9), Actor.Bob.Hotkey, new Axon { Block = last });
        chain.Serving.Announce(new(9), Actor.Bob.Hotkey, new PrometheusEndpoint { Block = last });
        return new(chain, call, Actor.Bob.Hotkey.Account);
    }

    private static Axon AxonOf(IReadOnlySet<string> faults) =>
        new(0, 1, AddressOf(faults), PortOf(faults), KindOf(faults), 1, 2, 3);

    private static byte KindOf(IReadOnlySet<string> faults) =>
        faults.Contains("unknown kind") ? (byte)5 : (byte)4;

    private static UInt128 AddressOf(IReadOnlySet<string> faults) =>
        faults.Contains("no address") ? uint.MaxValue : uint.MaxValue - 1;

    private static ushort PortOf(IReadOnlySet<string> faults) =>
        faults.Contains("no port") ? (ushort)0 : (ushort)1;
}
