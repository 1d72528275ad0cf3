using Dtao.Lab.Markets;
using Dtao.Lab.Networks;
using Dtao.Numerics;

namespace Dtao.Lab.Scoring;

/// <summary>The foundation's answer to SN28: pays whoever sold since the last epoch.</summary>
/// <remarks>
/// Every coldkey scores the TAO value of what it unstaked since the last epoch, split evenly over
/// its slots; weights are set in the last two blocks of a tempo. As coded only sales count, so
/// that buying back is free; the readme says purchases are subtracted.
/// Source: docs/lab/sn28.md#counter-rule.
/// </remarks>
/// <param name="name">Name in a scenario.</param>
/// <param name="subtractsPurchases">As the readme says; false is as coded.</param>
public sealed class CounterProgram(string name, bool subtractsPurchases) : IScoringProgram
{
    private const ulong LastBlocks = 2;
    private const int RecordsAtMost = 200;

    /// <summary>As coded: sales only.</summary>
    public static CounterProgram AsCoded { get; } = new("counter", false);

    /// <summary>As its readme says: sales less purchases.</summary>
    public static CounterProgram AsDescribed { get; } = new("counter-readme", true);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Help => subtractsPurchases
        ? "pays for the value sold since the last epoch, less purchases"
        : "pays for the value sold since the last epoch; purchases do not count";

    /// <inheritdoc/>
    public ulong Wait(SubnetView view, ulong sinceLast)
    {
        ulong left = view.BlocksUntilEpoch;
        ulong tempo = view.Chain.Subnets.Tempo(view.Subnet);
        if (left == 0) return Math.Max(1, tempo + 1 - LastBlocks);
        if (left > LastBlocks) return left - LastBlocks;
        return sinceLast > LastBlocks ? 0 : tempo + 1 - LastBlocks;
    }

    /// <inheritdoc/>
    public void Score(SubnetView view, SeededRandom noise, Span<double> scores)
    {
        ulong tempo = view.Chain.Subnets.Tempo(view.Subnet);
        ulong now = view.Chain.Block.Value;
        ulong epoch = now + view.BlocksUntilEpoch - tempo - 1;
        Dictionary<Coldkey, double> sold = [];
        foreach (Trade trade in view.Market.Trades.Since(view.Subnet, epoch)
            .TakeLast(RecordsAtMost))
        {
            if (!trade.IsSale && !subtractsPurchases) continue;
            sold.TryGetValue(trade.Coldkey, out double sum);
            sold[trade.Coldkey] = sum + (trade.IsSale ? trade.Tao.Rao : -(double)trade.Tao.Rao);
        }

        Dictionary<Coldkey, int> slots = [];
        for (int uid = 0; uid < scores.Length; uid++)
        {
            Coldkey owner = view.OwnerOf(uid);
            slots[owner] = slots.GetValueOrDefault(owner) + 1;
        }

        for (int uid = 0; uid < scores.Length; uid++)
        {
            Coldkey owner = view.OwnerOf(uid);
            double value = sold.GetValueOrDefault(owner);
            if (value > 0) scores[uid] = value / slots[owner];
        }
    }
}
