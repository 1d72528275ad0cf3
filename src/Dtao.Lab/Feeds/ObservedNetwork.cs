using Dtao.Lab.Datasets;
using Dtao.Numerics;

namespace Dtao.Lab.Feeds;

/// <summary>
/// The network of a feed: prices as they were observed, and what the engine carries along.
/// </summary>
/// <remarks>
/// Moving prices are the chain's own rule, block by block; alpha and root's dividends are carried
/// in steps of at most ten minutes. Source: docs/how-to/feed.md#what-is-computed.
/// </remarks>
public sealed class ObservedNetwork
{
    /// <summary>An absence that is longer takes the subnet out. Unit: blocks.</summary>
    public const ulong LongestAbsence = BlockClock.BlocksPerDay;

    private const ulong Step = 50;
    private const int LastLaunchSubnet = 64;

    // 0.6 TAO per alpha: above it, on later subnets, are only pools that were not started.
    private static readonly long UnstartedAbove = (long)PriceText.Parse("0.6").Value.Bits;

    private readonly PriceFeed _feed;
    private readonly RegisteredBlocks _registered;
    private readonly FeedSettings _settings;
    private readonly ObservedSubnet[] _subnets;
    private readonly EmissionCarry _carry;
    private int _row;
    private PriceRule _rule;

    /// <summary>A network at its first block: the launch, or the first row.</summary>
    public ObservedNetwork(PriceFeed feed, RegisteredBlocks registered, FeedSettings settings)
    {
        _feed = feed;
        _registered = registered;
        _settings = settings;
        _subnets = [.. feed.Subnets.Select(static subnet => new ObservedSubnet(subnet))];
        _carry = new(_subnets, settings.RootTao);
        BeginsAtLaunch = IsNearLaunch(feed.FirstBlock);
        _rule = settings.RuleAt(feed.TimeOf(0));
        if (BeginsAtLaunch) Launch();
        else ArriveAt(0);
    }

    /// <summary>
    /// The feed begins within a day of the launch, so that everything is carried from there.
    /// </summary>
    public bool BeginsAtLaunch { get; }

    /// <summary>The block after which the network stands now.</summary>
    public ulong Block { get; private set; }

    /// <summary>The first block that can be told about.</summary>
    public ulong First => BeginsAtLaunch
        ? LaunchDataset.Instance.LaunchBlock.Value + 1
        : _feed.FirstBlock;

    internal IReadOnlyList<ObservedSubnet> Subnets => _subnets;

    internal EmissionCarry Carry => _carry;

    /// <summary>Runs to the end of a block.</summary>
    public void AdvanceTo(ulong target)
    {
        while (Block < target)
        {
            ulong next = NextRow();
            RunTo(Math.Min(target, next));
            if (Block == next) ArriveAt(_row + (Block == _feed.BlockOf(_row) ? 0 : 1));
        }
    }

    /// <summary>What happens in a block; runs to the end of the one before it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It has been passed.</exception>
    public FeedMoment MomentAt(ulong block)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(block, First);

        // At the first row itself there is no block before: its own price is all that is known.
        ulong before = block == _feed.FirstBlock && !BeginsAtLaunch ? block : block - 1;
        ArgumentOutOfRangeException.ThrowIfLessThan(before, Block, nameof(block));
        AdvanceTo(before);
        return _carry.MomentOf(
            new(block), TimeOf(block), _rule, _settings.RateAt(block), IsBound,
            new(_feed.BlockOf(_row)));
    }

    private bool IsBound => _rule.EmissionIsBoundByPrice && _feed.IsWhole;

    private static bool IsNearLaunch(ulong block)
    {
        ulong launch = LaunchDataset.Instance.LaunchBlock.Value;
        return block > launch && block <= launch + LongestAbsence;
    }

    private DateTime TimeOf(ulong block) => block >= _feed.FirstBlock
        ? _feed.TimeAt(block)
        : LaunchDataset.Clock.TimeOf(new(block));

    /// <summary>Block of the row that comes next; the present one until it is reached.</summary>
    private ulong NextRow()
    {
        if (Block < _feed.BlockOf(_row)) return _feed.BlockOf(_row);
        return _row + 1 < _feed.Rows ? _feed.BlockOf(_row + 1) : ulong.MaxValue;
    }

    private void RunTo(ulong target)
    {
        while (Block < target)
        {
            ulong blocks = Math.Min(Step, target - Block);
            MovingRate rate = _settings.RateAt(Block + 1);
            if (_settings.RateAt(Block + blocks) != rate) blocks = 1;
            _carry.Add(blocks, Block + 1, IsBound);
            foreach (ObservedSubnet subnet in _subnets)
            {
                if (subnet.IsLive) subnet.Advance(_rule, rate.Rate, Block, blocks);
            }

            Block += blocks;
        }
    }

    /// <summary>The pools of the launch, at the price of the first row until it comes.</summary>
    private void Launch()
    {
        LaunchDataset dataset = LaunchDataset.Instance;
        Block = dataset.LaunchBlock.Value;
        for (int column = 0; column < _subnets.Length; column++)
        {
            ObservedSubnet subnet = _subnets[column];
            LaunchSubnet? launched = dataset.Subnets.FirstOrDefault(
                known => known.NetUid == subnet.NetUid);
            long price = _feed.PricesOf(0)[column];
            if (launched is null || price == PriceFeed.Absent) continue;
            subnet.Enter(
                _registered.RegisteredAt(subnet.NetUid) ?? launched.RegisteredAt.Value,
                Block,
                Price.FromValue(I96F32.FromInteger(launched.Emission.Rao)
                    .SafeDivide(I96F32.FromInteger(1_000_000_000UL))),
                IssuanceOrigin.Carried);
            subnet.Observe(price);
            subnet.LastSeen = Block;
        }
    }

    private void ArriveAt(int row)
    {
        _row = row;
        Block = _feed.BlockOf(row);
        PriceRule rule = _settings.RuleAt(_feed.TimeOf(row));
        if (rule.AgeIsFromStart && !_rule.AgeIsFromStart) StartAll();
        _rule = rule;
        ReadOnlySpan<long> prices = _feed.PricesOf(row);
        List<ObservedSubnet> estimated = [];
        for (int column = 0; column < _subnets.Length; column++)
        {
            ObservedSubnet subnet = _subnets[column];
            if (Observe(subnet, prices[column])) estimated.Add(subnet);
        }

        if (estimated.Count > 0) _carry.Estimate(estimated, Block, IsBound);
        AimAtNextRow();
    }

    /// <summary>Takes in one observation.</summary>
    /// <returns>The subnet has come in, and its alpha is to be estimated.</returns>
    private bool Observe(ObservedSubnet subnet, long price)
    {
        if (price == PriceFeed.Absent)
        {
            if (Block - subnet.LastSeen > LongestAbsence) subnet.Leave();
            else subnet.Observe((long)subnet.Spot.Value.Bits);
            return false;
        }

        if (IsUnstarted(subnet, price))
        {
            subnet.Leave();
            subnet.WasSeenUnstarted = true;
            subnet.LastSeen = Block;
            return false;
        }

        // A registration since the last sight: the number belongs to another subnet now.
        ulong? registered = _registered.RegisteredAt(subnet.NetUid);
        if (registered > subnet.LastSeen && registered <= Block) subnet.Leave();
        bool comesIn = !subnet.IsLive;
        if (comesIn) Enter(subnet, registered, Price.FromValue(I96F32.FromBits(price)));
        subnet.Observe(price);
        subnet.WasSeenUnstarted = false;
        subnet.LastSeen = Block;
        return comesIn && subnet.Origin == IssuanceOrigin.Estimated;
    }

    private static bool IsUnstarted(ObservedSubnet subnet, long price) =>
        subnet.NetUid.Value > LastLaunchSubnet && price > UnstartedAbove;

    /// <summary>
    /// A subnet that was registered or started before our eyes begins with a moving price of zero;
    /// one that was there already, as if its price had always been the present one.
    /// </summary>
    private void Enter(ObservedSubnet subnet, ulong? registered, Price price)
    {
        ulong unseen = subnet.LastSeen == 0 ? _feed.FirstBlock : subnet.LastSeen + 1;
        bool isFirstRow = _row == 0;
        bool isNew = subnet.WasSeenUnstarted
            || (!isFirstRow && (registered is not { } block || block >= unseen));
        if (isNew)
        {
            ulong since = registered <= Block ? registered.Value : Block;
            subnet.Enter(since, Block, Price.Zero, IssuanceOrigin.Carried);
            return;
        }

        Price atRest = Price.FromValue(I96F32.Min(price.Value, I96F32.One));
        ulong known = registered <= Block ? registered.Value : KnownRegistration(subnet.NetUid);
        subnet.Enter(known, StartOf(subnet.NetUid, known), atRest, IssuanceOrigin.Estimated);
    }

    private static ulong KnownRegistration(NetUid subnet)
    {
        LaunchDataset dataset = LaunchDataset.Instance;
        LaunchSubnet? launched = dataset.Subnets.FirstOrDefault(known => known.NetUid == subnet);
        return launched?.RegisteredAt.Value ?? dataset.LaunchBlock.Value;
    }

    /// <summary>When a subnet was started that was running when the feed began.</summary>
    private ulong StartOf(NetUid subnet, ulong registered)
    {
        if (_registered.StartedAt(subnet) is { } started) return started;
        ulong startOfAll = PriceRules.StartOfAll.Value;
        if (_feed.FirstBlock < startOfAll) return registered;
        return registered < startOfAll
            ? startOfAll
            : Math.Min(registered + PriceRules.LeastWait, _feed.FirstBlock);
    }

    /// <summary>The version comes that counts from the start: all are started anew by it.</summary>
    private void StartAll()
    {
        foreach (ObservedSubnet subnet in _subnets)
        {
            subnet.Started = Math.Max(subnet.Started, PriceRules.StartOfAll.Value);
        }
    }

    private void AimAtNextRow()
    {
        if (_settings.Between != BetweenRows.Line || _row + 1 >= _feed.Rows) return;
        ReadOnlySpan<long> prices = _feed.PricesOf(_row + 1);
        ulong blocks = _feed.BlockOf(_row + 1) - Block;
        for (int column = 0; column < _subnets.Length; column++)
        {
            ObservedSubnet subnet = _subnets[column];
            long price = prices[column];
            if (!subnet.IsLive || price == PriceFeed.Absent) continue;
            if (IsUnstarted(subnet, price)) continue;
            subnet.AimAt(price, blocks);
        }
    }
}
