using Dtao.Numerics;
using Dtao.Runtime.Pools;

namespace Dtao.Lab.Feeds;

/// <summary>One subnet of a feed: its observed price and what the engine carries.</summary>
/// <param name="netUid">Its number.</param>
internal sealed class ObservedSubnet(NetUid netUid)
{
    private long _price;
    private long _step;
    private long _rest;
    private long _blocks = 1;
    private long _passed;

    /// <summary>Its number.</summary>
    public NetUid NetUid { get; } = netUid;

    /// <summary>It takes part in the emission.</summary>
    public bool IsLive { get; private set; }

    /// <summary>It was seen at a price that only pools have which are not started.</summary>
    public bool WasSeenUnstarted { get; set; }

    /// <summary>Last block with an observation; 0 for none.</summary>
    public ulong LastSeen { get; set; }

    /// <summary>Block of its registration.</summary>
    public ulong Registered { get; private set; }

    /// <summary>Block of its start.</summary>
    public ulong Started { get; set; }

    /// <summary>The average that decides emission.</summary>
    public Price Moving { get; private set; }

    /// <summary>Alpha reserve of its pool, trades left out.</summary>
    public Alpha AlphaIn { get; set; }

    /// <summary>Alpha outside its pool, trades left out.</summary>
    public Alpha AlphaOut { get; set; }

    /// <summary>How far its alpha is known.</summary>
    public IssuanceOrigin Origin { get; private set; }

    /// <summary>All its alpha.</summary>
    public Alpha Issuance => AlphaIn.SaturatingAdd(AlphaOut);

    /// <summary>The price now.</summary>
    public Price Spot => Price.FromValue(I96F32.FromBits(_price));

    /// <summary>Lets it take part from now on, with the alpha of an opened pool.</summary>
    public void Enter(ulong registered, ulong started, Price moving, IssuanceOrigin origin)
    {
        IsLive = true;
        Registered = registered;
        Started = started;
        Moving = moving;
        Origin = origin;
        AlphaIn = Alpha.Whole(1);
        AlphaOut = Alpha.Zero;
    }

    /// <summary>It takes part no longer.</summary>
    public void Leave() => IsLive = false;

    /// <summary>Stands at an observed price until another is aimed at.</summary>
    public void Observe(long price)
    {
        _price = price;
        _step = 0;
        _rest = 0;
    }

    /// <summary>Goes in a straight line to a price that it reaches after some blocks.</summary>
    public void AimAt(long price, ulong blocks)
    {
        _blocks = (long)blocks;
        _passed = 0;
        _step = Math.DivRem(price - _price, _blocks, out _rest);
    }

    /// <summary>Moves average and price by some blocks.</summary>
    /// <remarks>
    /// The block step comes before the block's trades: a block takes in the price with which the
    /// one before it ended.
    /// </remarks>
    public void Advance(PriceRule rule, I96F32 rate, ulong block, ulong blocks)
    {
        ulong origin = rule.AgeIsFromStart ? Started : Registered;
        for (ulong now = block + 1; now <= block + blocks; now++)
        {
            ulong age = now > origin ? now - origin : 0;
            Moving = MovingPrice.Next(
                rule.MovingPrice, rule.HalfTime, rate, age, Spot, Moving);
            MovePrice();
        }
    }

    private void MovePrice()
    {
        _price += _step;
        _passed += _rest;

        // The remainder of the line is spread over its blocks; its sign is the line's.
        if (_passed >= _blocks)
        {
            _passed -= _blocks;
            _price++;
        }
        else if (_passed <= -_blocks)
        {
            _passed += _blocks;
            _price--;
        }
    }
}
