using System.Numerics;

namespace Dtao.Fuzz.Model;

/// <summary>What a block step does to pools, totals and waiting amounts, in the book.</summary>
/// <remarks>
/// Made before the step and moved by <see cref="Run"/>. Source: docs/spec/emission.md#coinbase.
/// </remarks>
internal sealed class BlockModel
{
    private static readonly BigInteger Half = BigInteger.One << 31;
    private readonly Book _book;
    private readonly Parameters _parameters;
    private readonly BigInteger _block;
    private readonly List<ushort> _subnets;
    private readonly Dictionary<(string Item, ushort Subnet), BigInteger> _numbers = [];

    public BlockModel(Book book, Parameters parameters)
    {
        (_book, _parameters) = (book, parameters);
        _block = parameters.Block + 1;
        _subnets = [.. parameters.Subnets().Where(static subnet => subnet != 0)];
    }

    /// <summary>Stored numbers of subnets after the step.</summary>
    public IReadOnlyDictionary<(string Item, ushort Subnet), BigInteger> Numbers => _numbers;

    /// <summary>Subnets whose epoch runs in this block, and the most alpha each may pay.</summary>
    public Dictionary<ushort, BigInteger> Paid { get; } = [];

    /// <summary>The most TAO that root stake may earn in this block. Unit: rao.</summary>
    public BigInteger PaidOnRoot { get; private set; }

    private static FixedFormat F => FixedFormat.I96F32;

    /// <summary>Moves the book by one block.</summary>
    public void Run()
    {
        Dictionary<ushort, BigInteger> minted = Inject();
        BigInteger cutShare = F.Divide(F.Of(_parameters.Of("SubnetOwnerCut")), F.Of(65_535));
        BigInteger weight = F.Divide(F.Of(_parameters.Of("TaoWeight")), F.Of(ulong.MaxValue));
        BigInteger root = F.Multiply(F.Of(_book.PoolOf(0).Tao), weight);
        foreach (ushort subnet in _subnets)
        {
            Distribute(subnet, F.Of(minted[subnet]), cutShare, root);
        }

        foreach (ushort subnet in _subnets)
        {
            MovePrice(subnet);
            if (IsDue(subnet)) PayOut(subnet);
        }
    }

    private Dictionary<ushort, BigInteger> Inject()
    {
        BigInteger emission = F.Of(CurveModel.At(_book.Issuance));
        BigInteger prices = 0;
        foreach (ushort subnet in _subnets)
        {
            prices = F.Add(prices, MovingPrice(subnet));
        }

        Dictionary<ushort, BigInteger> minted = [];
        foreach (ushort subnet in _subnets)
        {
            minted.Add(subnet, Inject(subnet, emission, prices));
        }

        return minted;
    }

    private BigInteger Inject(ushort subnet, BigInteger emission, BigInteger prices)
    {
        PoolModel pool = _book.PoolOf(subnet);
        BigInteger share = F.Divide(F.Multiply(emission, MovingPrice(subnet)), prices);
        BigInteger alpha = CurveModel.At(Amount.Clamp(pool.Alpha + pool.Outside));
        BigInteger cap = F.Of(alpha);
        BigInteger wanted = F.TryDivide(share, pool.Price) ?? cap;
        BigInteger taoIn = IsStopped(subnet) ? 0 : F.Floor(share);
        BigInteger alphaIn = F.Floor(BigInteger.Min(wanted, cap));
        _book.Pools[subnet] = pool with
        {
            Tao = Amount.Clamp(pool.Tao + taoIn),
            Alpha = Amount.Clamp(pool.Alpha + alphaIn),
            Outside = Amount.Clamp(pool.Outside + alpha),
        };
        _book.TotalStake = Amount.Clamp(_book.TotalStake + taoIn);
        _book.Issuance = Amount.Clamp(_book.Issuance + taoIn);
        _numbers[("SubnetTaoInEmission", subnet)] = taoIn;
        _numbers[("SubnetAlphaInEmission", subnet)] = alphaIn;
        _numbers[("SubnetAlphaOutEmission", subnet)] = alpha;
        return alpha;
    }

    private void Distribute(
        ushort subnet, BigInteger minted, BigInteger cutShare, BigInteger root)
    {
        BigInteger cut = F.Multiply(minted, cutShare);
        BigInteger rest = F.Subtract(minted, cut);
        PoolModel pool = _book.PoolOf(subnet);
        BigInteger all = F.Add(root, F.Of(Amount.Clamp(pool.Alpha + pool.Outside)));
        BigInteger forRoot =
            F.Multiply(F.Multiply(F.Divide(root, all), rest), Half);
        BigInteger sold = F.Floor(forRoot);
        Await("PendingOwnerCut", subnet, F.Floor(cut));
        Await("PendingAlphaSwapped", subnet, sold);
        Await("PendingEmission", subnet, F.Floor(F.Subtract(rest, forRoot)));
        Await("PendingRootDivs", subnet, _book.Sell(subnet, sold));
    }

    private void Await(string item, ushort subnet, BigInteger amount) =>
        _numbers[(item, subnet)] = Amount.Clamp(_parameters.Of(item, subnet) + amount);

    private void PayOut(ushort subnet)
    {
        Paid[subnet] = _numbers[("PendingEmission", subnet)]
            + _numbers[("PendingAlphaSwapped", subnet)] + _numbers[("PendingOwnerCut", subnet)];
        PaidOnRoot += _numbers[("PendingRootDivs", subnet)];
        foreach (string item in (string[])
            ["PendingEmission", "PendingAlphaSwapped", "PendingOwnerCut", "PendingRootDivs"])
        {
            _numbers[(item, subnet)] = 0;
        }
    }

    private void MovePrice(ushort subnet)
    {
        BigInteger rate = _parameters.Wide("SubnetMovingAlpha");
        if (_parameters.Version >= 246)
        {
            BigInteger age = F.Of(BigInteger.Max(
                0, _block - _parameters.Of("NetworkRegisteredAt", subnet)));
            rate = F.Multiply(rate, F.Divide(age, F.Add(age, F.Of(100_800))));
        }

        BigInteger spot = _book.PoolOf(subnet).Price;
        if (_parameters.Version > 233) spot = BigInteger.Min(spot, F.One);
        BigInteger kept = F.Multiply(F.Subtract(F.One, rate), MovingPrice(subnet));
        _numbers[("SubnetMovingPrice", subnet)] = F.Add(F.Multiply(rate, spot), kept);
    }

    private BigInteger MovingPrice(ushort subnet) => _book.PoolOf(subnet).IsDynamic
        ? _parameters.Wide("SubnetMovingPrice", subnet)
        : F.One;

    private bool IsStopped(ushort subnet)
    {
        if (_parameters.Of("NetworkRegistrationAllowed", subnet) == 1) return false;
        bool workIsOpen = _parameters.Of("NetworkPowRegistrationAllowed", subnet) == 1;
        return _parameters.Version <= 234 ? workIsOpen : !workIsOpen;
    }

    private bool IsDue(ushort subnet)
    {
        BigInteger tempo = _parameters.TempoOf(subnet);
        return !tempo.IsZero && (_block + subnet + 1) % (tempo + 1) == tempo;
    }
}
