using System.Collections.Immutable;
using Dtao.Lab.Networks;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Emission;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Claims;

/// <summary>Claims 8 to 14: how TAO and alpha are emitted.</summary>
internal static class EmissionClaims
{
    private const int DrawingsOfValue = 100;

    private static readonly NetUid First = new(1);
    private static readonly NetUid Second = new(2);
    private static readonly I96F32 Slow = RateOf(0.000003m);
    private static readonly I96F32 Fast = RateOf(0.0003m);

    /// <summary>The claims.</summary>
    public static ImmutableArray<ArticleClaim> All { get; } =
    [
        new(8, "TAO emission follows a subnet's price, not its market value.",
            "Two subnets of equal moving price, one with ten times the tokens in the pool and "
                + "outside. Refuted if their emissions differ by a thousandth.",
            PriceNotValue),
        new(9, "A moving average of the price guards against spikes and manipulation.",
            "Change of emission by a pump of a hundred times the price that lasts one block, and "
                + "blocks until the average has gone half the way. Refuted if nothing changes or "
                + "over a hundred times the rate, or if the half-life is not ln 2 over the rate.",
            MovingAverage),
        new(10, "A token has high emission and a cap of 21 million, as TAO and bitcoin.",
            "Alpha paid out and put into the pool in 360 blocks, and the curve at half of the "
                + "cap. Refuted if more than two alpha a block are made or the curve does not "
                + "halve.",
            HighEmission),
        new(11, "Tokens go to the pool, and the rest to miners, validators and the owner.",
            "Parts of the alpha of one tempo that reach the owner, the miners, and the "
                + "validators with what is sold for root. Refuted by other parts than 18, 41 "
                + "and 41 %, to half a point.",
            Split),
        new(12, "The pool gets as many tokens as balance its TAO, so that the price stays.",
            "TAO over alpha of one block's injection against the price, where emission is below "
                + "the price. Refuted by a difference of more than a millionth.",
            Balanced),
        new(13, "If that exceeds the maximum it is cut, and the price rises.",
            "A pool with twice the alpha, so that emission is above the price: alpha put in, and "
                + "blocks in which the price rises, of 100. Refuted if more than one alpha goes "
                + "in or the price falls.",
            Capped),
        new(14, "Behind it stands the assumption that a higher price means more value.",
            "Correlation over the subnets of emission with the moving price, and with the value "
                + "of their work, drawn a hundred times and put on the chain as the score that an "
                + "objective would read. Refuted if emission follows anything but the moving "
                + "price.",
            Assumption),
    ];

    /// <summary>Emission of two subnets that differ in the number of tokens alone.</summary>
    internal static (decimal Ratio, decimal ValueRatio) TenfoldTokens(ClaimLaboratory laboratory)
    {
        Chain chain = laboratory.Branch();
        NetUid twin = TwinOf(laboratory, chain);
        Tao tao = chain.Pools.TaoReserve(twin);
        Alpha inside = chain.Pools.AlphaReserve(twin);
        Alpha outside = chain.Pools.AlphaOutstanding(twin);
        chain.Pools.Inject(
            twin, Tao.FromRao(tao.Rao * 9), Alpha.FromRao(inside.Rao * 9),
            Alpha.FromRao(outside.Rao * 9));
        BlockExecutor.RunBlock(chain);
        decimal ratio = ClaimLaboratory.EmissionOf(chain, twin)
            / ClaimLaboratory.EmissionOf(chain, First);
        decimal value = ClaimLaboratory.PriceOf(chain, twin) * chain.Pools.AlphaIssuance(twin).Rao
            / (ClaimLaboratory.PriceOf(chain, First) * chain.Pools.AlphaIssuance(First).Rao);
        return (ratio, value);
    }

    private static NetUid TwinOf(ClaimLaboratory laboratory, Chain chain)
    {
        Price own = chain.Pools.MovingPriceOf(First);
        return Scenarios.LaunchScenario.Value.Subnets
            .Select(static subnet => subnet.NetUid)
            .Where(static subnet => subnet != First)
            .OrderBy(subnet => Math.Abs(
                (decimal)(chain.Pools.MovingPriceOf(subnet).Value.Bits - own.Value.Bits)))
            .First();
    }

    private static ClaimOutcome PriceNotValue(ClaimLaboratory laboratory)
    {
        (decimal ratio, decimal value) = TenfoldTokens(laboratory);
        return ClaimOutcome.Judge(
            Math.Abs(ratio - 1) < 0.001m && value > 9,
            "ten times the market value changes nothing, the price decides",
            new("ratio of emissions", ratio, "x"),
            new("ratio of market values", value, "x"));
    }

    private static ClaimOutcome MovingAverage(ClaimLaboratory laboratory)
    {
        decimal slow = ChangeByPump(laboratory, Slow);
        decimal fast = ChangeByPump(laboratory, Fast);
        int slowHalf = HalfLifeOf(Slow);
        int fastHalf = HalfLifeOf(Fast);
        decimal sixHours = PartAfter(Fast, 1_800);
        bool holds = slow is > 0 and < 0.0003m * 1.05m && fast is > 0 and < 0.03m * 1.05m
            && Math.Abs(slowHalf - 231_049) < 300 && Math.Abs(fastHalf - 2_310) < 5;
        return ClaimOutcome.Judge(
            holds,
            "it guards against a pump of blocks; at the rate of 16 February 2025 a pump of six "
                + "hours already moves it by a good part, and prices above 1 TAO do not count "
                + "from version 239 on",
            new("emission after one block at 100 times the price, rate 3e-6", slow * 100, "%"),
            new("the same at rate 3e-4", fast * 100, "%"),
            new("half-life at rate 3e-6", slowHalf, "blocks"),
            new("half-life at rate 3e-4", fastHalf, "blocks"),
            new("part of the gap closed by six hours at rate 3e-4", sixHours * 100, "%"));
    }

    /// <summary>Relative change of a subnet's emission by one block at a hundredfold price.
    /// </summary>
    private static decimal ChangeByPump(ClaimLaboratory laboratory, I96F32 rate)
    {
        Chain chain = laboratory.Branch();
        chain.SetMovingAlpha(rate);
        NetUid subnet = Second;
        ulong tao = chain.Pools.TaoReserve(subnet).Rao;
        Coldkey user = laboratory.Young.Treasury;
        Hotkey hotkey = laboratory.Young.Validators[0].Hotkey;
        Chain control = chain.Branch();
        control.SetMovingAlpha(rate);

        // Ten times the TAO is a hundred times the price.
        ClaimLaboratory.Apply(
            chain, new AddStake(hotkey, subnet, Tao.FromRao(tao * 9)), user);
        BlockExecutor.RunBlock(chain);
        ClaimLaboratory.Advance(control, 1);
        decimal during = Change();
        ClaimLaboratory.Apply(
            chain,
            new RemoveStake(hotkey, subnet, chain.Stakes.StakeOf(hotkey, user, subnet)), user);
        BlockExecutor.RunBlock(chain);
        ClaimLaboratory.Advance(control, 1);
        return Math.Max(during, Change());

        decimal Change() => (ClaimLaboratory.EmissionOf(chain, subnet)
            / ClaimLaboratory.EmissionOf(control, subnet)) - 1;
    }

    private static int HalfLifeOf(I96F32 rate)
    {
        I96F32 half = I96F32.One.SafeDivide(I96F32.FromInteger(2UL));
        Price moving = Price.Zero;
        int blocks = 0;
        while (moving.Value < half)
        {
            moving = Next(rate, moving);
            blocks++;
        }

        return blocks;
    }

    private static decimal PartAfter(I96F32 rate, int blocks)
    {
        Price moving = Price.Zero;
        for (int block = 0; block < blocks; block++) moving = Next(rate, moving);
        return Measures.ReadableNumber.Of(moving.Value);
    }

    private static Price Next(I96F32 rate, Price moving) => Dtao.Runtime.Pools.MovingPrice.Next(
        Dtao.Runtime.Spec.MovingPriceRule.Capped, rate, ageInBlocks: 0, Price.One, moving);

    private static I96F32 RateOf(decimal rate) =>
        I96F32.FromBits((Int128)decimal.Round(rate * 4_294_967_296m));

    private static ClaimOutcome HighEmission(ClaimLaboratory laboratory)
    {
        Chain chain = laboratory.Branch();
        ulong outside = chain.Pools.AlphaOutstanding(First).Rao;
        ulong paidOut = 0;
        ulong pooled = 0;
        for (int block = 0; block < 360; block++)
        {
            BlockExecutor.RunBlock(chain);
            paidOut += chain.Emission.AlphaOut(First).Rao;
            pooled += chain.Emission.AlphaIn(First).Rao;
        }

        decimal perBlock = paidOut / 360m / 1e9m;
        decimal inPool = pooled / 360m / 1e9m;
        decimal half = BlockEmission.At(BlockEmission.TotalSupply / 2) / 1e9m;
        decimal last = BlockEmission.At(BlockEmission.TotalSupply) / 1e9m;
        return ClaimOutcome.Judge(
            perBlock == 1 && inPool <= 1 && half == 0.5m && last == 0 && outside > 0,
            "up to two tokens a block against one TAO a block for all subnets together; the "
                + "curve is that of TAO",
            new("paid out", perBlock, "alpha/block"),
            new("put into the pool", inPool, "alpha/block"),
            new("paid out at half of the cap", half, "alpha/block"),
            new("paid out at the cap", last, "alpha/block"),
            new("cap", BlockEmission.TotalSupply / 1e9m, "alpha"));
    }

    private static ClaimOutcome Split(ClaimLaboratory laboratory)
    {
        Chain chain = laboratory.Branch();
        ulong left = Dtao.Runtime.Epoch.Tempo.BlocksUntilEpoch(
            First, chain.Subnets.Tempo(First), chain.Block);
        ClaimLaboratory.Advance(chain, left + 1);
        StakeOfGroups before = StakeOfGroups.Of(laboratory, chain, First);
        decimal paidOut = 0;
        decimal soldForRoot = 0;
        ulong tempo = chain.Subnets.Tempo(First) + 1UL;
        for (ulong block = 0; block < tempo; block++)
        {
            decimal pending = chain.Emission.PendingAlphaSwapped(First).Rao;
            BlockExecutor.RunBlock(chain);
            paidOut += chain.Emission.AlphaOut(First).Rao;
            decimal grown = chain.Emission.PendingAlphaSwapped(First).Rao - pending;
            if (grown > 0) soldForRoot += grown;
        }

        StakeOfGroups after = StakeOfGroups.Of(laboratory, chain, First);
        decimal owner = (after.Owner - before.Owner) * 100 / paidOut;
        decimal miners = (after.Miners - before.Miners) * 100 / paidOut;
        decimal validators = (after.Validators - before.Validators) * 100 / paidOut;
        decimal sold = soldForRoot * 100 / paidOut;
        return ClaimOutcome.Judge(
            owner is > 17.9m and < 18.2m && miners is > 40.5m and < 41.5m
                && validators is > 40.5m and < 41.5m,
            "the parts hold; until version 244 validators also get the alpha that was already "
                + "sold for root, which the article does not know",
            new("owner", owner, "%"),
            new("miners", miners, "%"),
            new("validators and their stakers", validators, "%"),
            new("sold for root beside it", sold, "%"));
    }

    private static ClaimOutcome Balanced(ClaimLaboratory laboratory)
    {
        Chain chain = laboratory.Branch();
        ClaimLaboratory.Apply(
            chain,
            new AddStake(laboratory.Young.Validators[0].Hotkey, First, Tao.Whole(200)),
            laboratory.Young.Treasury);
        decimal price = ClaimLaboratory.PriceOf(chain, First);
        decimal tao = chain.Pools.TaoReserve(First).Rao;
        BlockExecutor.RunBlock(chain);
        decimal alphaIn = chain.Emission.AlphaIn(First).Rao;
        decimal taoIn = chain.Emission.TaoIn(First).Rao;
        decimal off = (taoIn / alphaIn / price) - 1;
        decimal drift = (ClaimLaboratory.PriceOf(chain, First) / price) - 1;
        return ClaimOutcome.Judge(
            alphaIn < 1_000_000_000 && Math.Abs(off) < 1e-6m,
            "injection keeps the price; what the article leaves out is the alpha sold for root "
                + "in every block, by which the price sinks",
            new("put into the pool", alphaIn / 1e9m, "alpha/block"),
            new("TAO over alpha put in, beside the price", off * 1e9m, "parts in 10^9"),
            new("pool before", tao / 1e9m, "TAO"),
            new("change of the price by the sale for root", drift * 1e6m, "parts in 10^6"));
    }

    private static ClaimOutcome Capped(ClaimLaboratory laboratory)
    {
        Chain chain = laboratory.Branch();
        chain.Pools.Inject(First, Tao.Zero, chain.Pools.AlphaReserve(First), Alpha.Zero);
        decimal emission = ClaimLaboratory.EmissionOf(chain, First);
        decimal first = ClaimLaboratory.PriceOf(chain, First);
        int rises = 0;
        decimal most = 0;
        decimal least = decimal.MaxValue;
        for (int block = 0; block < 100; block++)
        {
            decimal before = ClaimLaboratory.PriceOf(chain, First);
            BlockExecutor.RunBlock(chain);
            decimal alphaIn = chain.Emission.AlphaIn(First).Rao / 1e9m;
            most = Math.Max(most, alphaIn);
            least = Math.Min(least, alphaIn);
            if (ClaimLaboratory.PriceOf(chain, First) > before) rises++;
        }

        return ClaimOutcome.Judge(
            emission > first && most == 1 && least == 1 && rises == 100,
            "the cap binds in every block and the price rises, although root sells",
            new("emission", emission, "TAO/block"),
            new("price before", first, "TAO/alpha"),
            new("put into the pool, most", most, "alpha/block"),
            new("blocks in which the price rises, of 100", rises, "blocks"));
    }

    private static ClaimOutcome Assumption(ClaimLaboratory laboratory)
    {
        SeededRandom random = SeedTree.From(laboratory.Seed).Branch("value").Random();
        decimal least = 1;
        List<decimal> values = [];
        for (int drawing = 0; drawing < DrawingsOfValue; drawing++)
        {
            (decimal byPrice, decimal byValue) = FollowedBy(laboratory.Branch(), random);
            least = Math.Min(least, byPrice);
            values.Add(byValue);
        }

        decimal mean = values.Sum() / values.Count;
        return ClaimOutcome.Judge(
            least > 0.9999m && Math.Abs(mean) < 0.1m,
            "emission is the average price and nothing else; no value that is not in the price "
                + "can reach it",
            new("correlation of emission with the moving price", least, "of 1"),
            new("correlation with the value of the work, mean of 100 drawings", mean, "of 1"),
            new("least of them", values.Min(), "of 1"),
            new("largest of them", values.Max(), "of 1"));
    }

    /// <summary>How far emission follows prices, and values that are drawn and known to the chain.
    /// </summary>
    private static (decimal ByPrice, decimal ByValue) FollowedBy(
        Chain chain, SeededRandom random)
    {
        List<NetUid> subnets =
            [.. Scenarios.LaunchScenario.Value.Subnets.Select(static one => one.NetUid)];
        List<double> values = [.. subnets.Select(_ => (random.Next() >> 11) / (double)(1UL << 53))];
        for (int place = 0; place < subnets.Count; place++)
        {
            ulong part = (ulong)(values[place] * (1UL << 32));
            chain.Rules.SetScore(subnets[place], U64F64.FromBits((UInt128)part << 32));
        }

        List<double> averages = [.. subnets.Select(subnet => (double)Measures.ReadableNumber.Of(
            chain.Pools.MovingPriceOf(subnet).Value))];
        BlockExecutor.RunBlock(chain);
        List<double> emissions =
            [.. subnets.Select(subnet => (double)chain.Emission.TaoIn(subnet).Rao)];
        return (Correlation.Of(emissions, averages), Correlation.Of(emissions, values));
    }
}
