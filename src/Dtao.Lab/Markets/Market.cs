using System.Collections.Immutable;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Markets;

/// <summary>What everybody can know: prices and their past, yields, notices, talk.</summary>
/// <remarks>
/// Refreshed every <see cref="Step"/> blocks from public state. Plain floating point with the
/// four operations only, which give the same bits on every machine.
/// </remarks>
public sealed class Market
{
    /// <summary>Blocks between two refreshments: five minutes.</summary>
    public const ulong Step = 25;

    /// <summary>Prices are remembered for two days.</summary>
    private const int Remembered = 577;

    private const int DayInSteps = 288;

    private readonly Chain _chain;
    private readonly Dictionary<NetUid, int> _places = [];
    private readonly double[][] _past;
    private readonly List<Notice> _notices = [];
    private readonly HolderYields _yields;
    private int _steps;

    /// <summary>The market of some subnets.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="subnets">Subnets, root excluded.</param>
    /// <param name="talk">What people talk about; null for the usual.</param>
    public Market(Chain chain, ImmutableArray<NetUid> subnets, Talk? talk = null)
    {
        _chain = chain;
        Subnets = subnets;
        _past = new double[subnets.Length][];
        for (int place = 0; place < subnets.Length; place++)
        {
            _places[subnets[place]] = place;
            _past[place] = new double[Remembered];
        }

        Talk = talk ?? new(subnets.Length);
        _yields = new(chain, this);
    }

    /// <summary>Subnets that trade.</summary>
    public ImmutableArray<NetUid> Subnets { get; }

    /// <summary>What people talk about.</summary>
    public Talk Talk { get; }

    /// <summary>Trades of the last day.</summary>
    public TradeLog Trades { get; } = new();

    /// <summary>What was announced, oldest first.</summary>
    public IReadOnlyList<Notice> Notices => _notices;

    /// <summary>Place of a subnet in <see cref="Subnets"/>.</summary>
    public int PlaceOf(NetUid subnet) => _places[subnet];

    /// <summary>Price of the present moment. Unit: TAO per alpha.</summary>
    public double PriceOf(NetUid subnet)
    {
        ulong alpha = _chain.Pools.AlphaReserve(subnet).Rao;
        return alpha == 0 ? 0 : (double)_chain.Pools.TaoReserve(subnet).Rao / alpha;
    }

    /// <summary>Price some blocks ago, at most two days; at the start, the first price.</summary>
    public double PriceBefore(NetUid subnet, ulong blocks)
    {
        if (_steps == 0) return PriceOf(subnet);
        int back = (int)Math.Min(blocks / Step, (ulong)Math.Min(_steps, Remembered) - 1);
        return _past[PlaceOf(subnet)][(_steps - 1 - back) % Remembered];
    }

    /// <summary>
    /// Gain of the price over the last blocks, as a part of 1; negative for a fall.
    /// </summary>
    public double ReturnOver(NetUid subnet, ulong blocks)
    {
        double before = PriceBefore(subnet, blocks);
        return before <= 0 ? 0 : (PriceOf(subnet) / before) - 1;
    }

    /// <summary>Fall of the price from its highest of the last day, 0 to 1.</summary>
    public double FallFromDayHigh(NetUid subnet)
    {
        int remembered = Math.Min(Math.Min(_steps, Remembered), DayInSteps);
        double[] past = _past[PlaceOf(subnet)];
        double highest = PriceOf(subnet);
        for (int back = 1; back <= remembered; back++)
        {
            highest = Math.Max(highest, past[(_steps - back) % Remembered]);
        }

        return highest <= 0 ? 0 : 1 - (PriceOf(subnet) / highest);
    }

    /// <summary>Rank by price; the highest price has rank 1.</summary>
    public int RankOf(NetUid subnet)
    {
        double own = PriceOf(subnet);
        return 1 + Subnets.Count(other => other != subnet && PriceOf(other) > own);
    }

    /// <summary>
    /// What a holder with a slot got at the last epoch for holding. Unit: alpha per alpha and day.
    /// </summary>
    public double HolderYield(NetUid subnet) => _yields.OfHolders(subnet);

    /// <summary>
    /// What somebody who stakes behind a validator gets. Unit: alpha per alpha and day.
    /// </summary>
    public double StakerYield(NetUid subnet) => _yields.OfStakers(subnet);

    /// <summary>Yield of stakers on the middle subnet. Unit: alpha per alpha and day.</summary>
    public double MiddleStakerYield => _yields.MiddleOfStakers;

    /// <summary>The better of both yields.</summary>
    public double BestYield(NetUid subnet) => Math.Max(HolderYield(subnet), StakerYield(subnet));

    /// <summary>Says in public how a validator scores a subnet from now on.</summary>
    public void Announce(Notice notice) => _notices.Add(notice with
    {
        WeightShare = WeightShareOf(notice.Subnet, notice.Hotkey),
    });

    /// <summary>The newest notice about a subnet, or null.</summary>
    public Notice? NoticeOf(NetUid subnet) =>
        _notices.FindLast(notice => notice.Subnet == subnet);

    /// <summary>
    /// A hotkey's part of the stake weight of all validators of a subnet, 0 to 1.
    /// </summary>
    public double WeightShareOf(NetUid subnet, Hotkey hotkey)
    {
        double own = 0;
        double all = 0;
        ReadOnlySpan<bool> permits = _chain.Neurons.ValidatorPermits(subnet);
        for (int uid = 0; uid < permits.Length; uid++)
        {
            Hotkey validator = _chain.Neurons.KeyOf(subnet, new((ushort)uid));
            if (!permits[uid] && validator != hotkey) continue;
            double weight = WeightOf(subnet, validator);
            all += weight;
            if (validator == hotkey) own += weight;
        }

        return all == 0 ? 0 : own / all;
    }

    /// <summary>Looks anew when it is time.</summary>
    internal void Refresh()
    {
        if (_chain.Block.Value % Step != 0) return;
        for (int place = 0; place < Subnets.Length; place++)
        {
            _past[place][_steps % Remembered] = PriceOf(Subnets[place]);
        }

        _steps++;
        for (int place = 0; place < Subnets.Length; place++)
        {
            Talk.Hear(place, ReturnOver(Subnets[place], 300));
        }

        _yields.Refresh();
    }

    private double WeightOf(NetUid subnet, Hotkey validator) =>
        (double)(_chain.Delegation.WeightOf(validator, subnet).Weight.Bits >> 64);
}
