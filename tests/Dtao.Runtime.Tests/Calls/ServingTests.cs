using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Keys;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Serving;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>What announcing stores, tells and forgets.</summary>
public class ServingTests
{
    private const string Everybody = "340282366920938463463374607431768211455";
    private static readonly NetUid Subnet = new(1);
    private static readonly Hotkey Bob = Actor.Bob.Hotkey;
    private static readonly Axon Endpoint = new(0, 9, 0x0102_0304, 8_091, 4, 1, 2, 3);

    [Theory]
    [InlineData(4, "0", false)]
    [InlineData(4, "1", true)]
    [InlineData(4, "2130706433", false)]
    [InlineData(4, "2130706434", true)]
    [InlineData(4, "4294967294", true)]
    [InlineData(4, "4294967295", false)]
    [InlineData(4, "4294967296", false)]
    [InlineData(6, "0", false)]
    [InlineData(6, "1", false)]
    [InlineData(6, "2", true)]
    [InlineData(6, "340282366920938463463374607431768211454", true)]
    [InlineData(6, Everybody, false)]
    public void Addresses_that_nobody_can_reach_are_refused(byte kind, string ip, bool isAccepted)
    {
        Chain chain = World();
        Axon axon = Endpoint with { IpType = kind, Ip = UInt128.Parse(ip) };

        DispatchResult result = chain.Dispatch(new ServeAxon(Subnet, axon), Bob.Account);

        Assert.Equal(isAccepted ? null : SubtensorError.InvalidIpAddress, result.Error);
        Assert.Equal(isAccepted, chain.Serving.AxonOf(Subnet, Bob) is not null);
    }

    [Fact]
    public void An_axon_is_stored_byte_for_byte_and_told()
    {
        Chain chain = World();

        chain.Dispatch(new ServeAxon(Subnet, Endpoint), Bob.Account);

        Assert.Equal(
            "e80300000000000009000000040302010000000000000000000000009b1f04010203",
            Convert.ToHexStringLower(chain.Read("Axons", Subnet, Bob)!));
        Assert.Equal(
            new AxonServed(Subnet, Bob), Assert.Single(chain.Events.Records).Event);
        Assert.Null(chain.Serving.CertificateOf(Subnet, Bob));
    }

    [Fact]
    public void A_prometheus_endpoint_is_stored_byte_for_byte_and_told()
    {
        Chain chain = World();

        chain.Dispatch(
            new ServePrometheus(Subnet, new(0, 9, 0x0102_0304, 8_091, 4)), Bob.Account);

        Assert.Equal(
            "e80300000000000009000000040302010000000000000000000000009b1f04",
            Convert.ToHexStringLower(chain.Read("Prometheus", Subnet, Bob)!));
        Assert.Equal(
            new PrometheusServed(Subnet, Bob), Assert.Single(chain.Events.Records).Event);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(65, true)]
    [InlineData(66, false)]
    public void A_certificate_of_another_length_is_silently_left_out(int length, bool isStored)
    {
        Chain chain = World();
        byte[] certificate = [.. Enumerable.Range(1, length).Select(static x => (byte)x)];

        DispatchResult result = chain.Dispatch(
            new ServeAxonTls(Subnet, Endpoint, certificate), Bob.Account);

        Assert.True(result.IsOk);
        Assert.NotNull(chain.Serving.AxonOf(Subnet, Bob));
        Certificate? stored = chain.Serving.CertificateOf(Subnet, Bob);
        Assert.Equal(isStored, stored is not null);
        if (stored is null) return;
        Assert.Equal((byte)1, stored.Algorithm);
        Assert.Equal(certificate[1..], stored.PublicKey);
    }

    [Fact]
    public void An_earlier_certificate_survives_a_later_announcement()
    {
        Chain chain = World();
        chain.Dispatch(new ServeAxonTls(Subnet, Endpoint, [7, 8]), Bob.Account);
        chain.SetBlock(new(1_050));

        DispatchResult result = chain.Dispatch(
            new ServeAxonTls(Subnet, Endpoint, []), Bob.Account);

        Assert.True(result.IsOk);
        Assert.Equal((byte)7, chain.Serving.CertificateOf(Subnet, Bob)!.Algorithm);
        Assert.Equal(1_050UL, chain.Serving.AxonOf(Subnet, Bob)?.Block);
    }

    [Theory]
    [InlineData(0, 1_000, true)]
    [InlineData(50, 1_049, false)]
    [InlineData(50, 1_050, true)]
    public void Announcements_keep_their_distance_but_axon_and_prometheus_do_not_share_it(
        ulong limit, ulong block, bool isAccepted)
    {
        Chain chain = World();
        chain.Put("ServingRateLimit", limit, Subnet);
        chain.Dispatch(new ServeAxon(Subnet, Endpoint), Bob.Account);
        chain.SetBlock(new(block));

        DispatchResult again = chain.Dispatch(new ServeAxon(Subnet, Endpoint), Bob.Account);
        DispatchResult other = chain.Dispatch(
            new ServePrometheus(Subnet, new(0, 9, 5, 1, 4)), Bob.Account);

        Assert.Equal(isAccepted, again.IsOk);
        Assert.True(other.IsOk);
    }

    [Fact]
    public void A_replaced_neuron_loses_axon_and_certificate_but_not_prometheus()
    {
        Chain chain = World();
        chain.Dispatch(new ServeAxonTls(Subnet, Endpoint, [7, 8]), Bob.Account);
        chain.Dispatch(new ServePrometheus(Subnet, new(0, 9, 5, 1, 4)), Bob.Account);

        Seating.Replace(chain, Subnet, new(0), Actor.Charlie.Hotkey);

        Assert.Null(chain.Serving.AxonOf(Subnet, Bob));
        Assert.Null(chain.Serving.CertificateOf(Subnet, Bob));
        Assert.NotNull(chain.Serving.PrometheusOf(Subnet, Bob));
    }

    [Fact]
    public void A_swapped_hotkey_takes_its_announcements_and_commits_along()
    {
        Chain chain = World();
        Hotkey replacement = Actor.Dave.Hotkey;
        chain.Put("Owner", Actor.Bob.Coldkey, Bob);
        chain.Deposit(Actor.Bob.Coldkey, Tao.Whole(1));
        chain.Dispatch(new ServeAxonTls(Subnet, Endpoint, [7, 8]), Bob.Account);
        chain.Dispatch(new ServePrometheus(Subnet, new(0, 9, 5, 1, 4)), Bob.Account);
        chain.Commits.Keep(Subnet, Bob, [new(Hash256.Zero, 999, 0, 0)]);
        chain.SetBlock(new(5_000));

        DispatchResult result = chain.Dispatch(
            new SwapHotkey(Bob, replacement), Actor.Bob.Coldkey.Account);

        Assert.True(result.IsOk, result.ToString());
        Assert.Null(chain.Serving.AxonOf(Subnet, Bob));
        Assert.Null(chain.Serving.PrometheusOf(Subnet, Bob));
        Assert.Null(chain.Serving.CertificateOf(Subnet, Bob));
        Assert.Null(chain.Commits.Of(Subnet, Bob));
        Assert.NotNull(chain.Serving.AxonOf(Subnet, replacement));
        Assert.NotNull(chain.Serving.PrometheusOf(Subnet, replacement));
        Assert.NotNull(chain.Serving.CertificateOf(Subnet, replacement));
        Assert.Single(chain.Commits.Of(Subnet, replacement)!);
    }

    private static Chain World()
    {
        Chain chain = new ChainBuilder()
            .AtBlock(1_000)
            .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
            .With("SubnetOwner", Actor.Alice.Coldkey, Subnet)
            .Build();
        chain.Neurons.Append(Subnet, Bob, new(1));
        chain.Events.IsKept = true;
        return chain;
    }
}
