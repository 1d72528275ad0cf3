using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Spec;

namespace Dtao.Testing;

/// <summary>Builds a chain piece by piece; what is not named has the chain's default.</summary>
/// <remarks>
/// The supply counters are made consistent at the end: the total stake is the TAO of all
/// pools, the issuance is that and the balances.
/// </remarks>
public sealed class ChainBuilder
{
    private readonly Chain _chain;
    private ulong _subnets;
    private ulong _pooled;

    [ThreadStatic]
    private static RuntimeSpec? _ordinary;

    /// <summary>An empty chain of the latest version, or of the one that was asked for.</summary>
    public ChainBuilder()
        : this(_ordinary ?? Specs.Latest)
    {
    }

    /// <summary>An empty chain of a version.</summary>
    public ChainBuilder(RuntimeSpec spec) => _chain = new Chain(spec);

    /// <summary>Builds something whose chains have a version unless they name another.</summary>
    public static T InVersion<T>(RuntimeSpec spec, Func<T> build)
    {
        _ordinary = spec;
        try
        {
            return build();
        }
        finally
        {
            _ordinary = null;
        }
    }

    /// <summary>Sets the present block.</summary>
    public ChainBuilder AtBlock(ulong number)
    {
        _chain.SetBlock(new(number));
        return this;
    }

    /// <summary>Adds root with TAO staked on it.</summary>
    public ChainBuilder WithRoot(Tao staked)
    {
        Add(NetUid.Root, staked, Alpha.FromRao(1_000_000_000), Alpha.FromRao(staked.Rao));
        return With("MaxAllowedUids", 64, NetUid.Root);
    }

    /// <summary>Adds a subnet with a dynamic pool and open registration.</summary>
    public ChainBuilder WithSubnet(ushort number, Tao tao, Alpha alpha, Alpha outstanding)
    {
        NetUid subnet = new(number);
        Add(subnet, tao, alpha, outstanding);
        return With("SubnetMechanism", 1, subnet)
            .With("NetworkRegistrationAllowed", true, subnet)
            .With("MaxAllowedUids", 256, subnet)
            .With("TargetRegistrationsPerInterval", 1, subnet);
    }

    /// <summary>Makes an actor's coldkey the owner of his hotkey and gives him TAO.</summary>
    public ChainBuilder With(Actor actor, Tao balance)
    {
        WithOwner(actor.Hotkey, actor.Coldkey);
        _chain.Deposit(actor.Coldkey, balance);
        return this;
    }

    /// <summary>Makes a coldkey the owner of a hotkey.</summary>
    public ChainBuilder WithOwner(Hotkey hotkey, Coldkey coldkey) =>
        With("Owner", coldkey, hotkey).With("OwnedHotkeys", new object[] { hotkey }, coldkey);

    /// <summary>Gives a coldkey TAO.</summary>
    public ChainBuilder WithBalance(Coldkey coldkey, Tao balance)
    {
        _chain.Deposit(coldkey, balance);
        return this;
    }

    /// <summary>Puts stake in place, one share for one rao; there must be none yet.</summary>
    public ChainBuilder WithStake(Hotkey hotkey, Coldkey coldkey, ushort subnet, Alpha amount)
    {
        U64F64 shares = U64F64.FromInteger(amount.Rao);
        U64F64 total = _chain.Stakes.PoolOf(hotkey, new(subnet)).Denominator;
        Alpha value = _chain.Stakes.StakeOf(hotkey, new(subnet));
        return With("Alpha", shares, hotkey, coldkey, subnet)
            .With("TotalHotkeyShares", total.SaturatingAdd(shares), hotkey, subnet)
            .With("TotalHotkeyAlpha", value.SaturatingAdd(amount), hotkey, subnet);
    }

    /// <summary>Stores a value under its wire name.</summary>
    public ChainBuilder With(string item, object value, params object[] keys)
    {
        _chain.Put(item, value, keys);
        return this;
    }

    /// <summary>The chain, with consistent supply counters.</summary>
    public Chain Build()
    {
        _chain.Put("TotalNetworks", _subnets);
        _chain.Put("TotalStake", _pooled);
        _chain.Put("TotalIssuance", _pooled + _chain.Balances.TotalIssuance.Rao);
        return _chain;
    }

    private void Add(NetUid subnet, Tao tao, Alpha alpha, Alpha outstanding)
    {
        _subnets++;
        _pooled += tao.Rao;
        With("NetworksAdded", true, subnet)
            .With("SubnetTAO", tao, subnet)
            .With("SubnetAlphaIn", alpha, subnet)
            .With("SubnetAlphaOut", outstanding, subnet)
            .With("Tempo", 360, subnet);
    }
}
