using System.Collections.Immutable;
using Dtao.Lab.Events;
using Dtao.Lab.Markets;
using Dtao.Lab.Measures;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Claims;

/// <summary>The SN28 scenario, watched for who is paid around the intervention.</summary>
internal sealed class Episode
{
    /// <summary>The subnet.</summary>
    public static readonly NetUid Subnet = new(28);

    private const ulong LongestInBlocks = 14 * 7_200;
    private const int TemposUntilPaid = 2;
    private const int TemposUntilBondsFade = 12;

    private ulong _announced;

    private Episode()
    {
    }

    /// <summary>Weight share of the intervening validator when it announces, 0 to 1.</summary>
    public decimal? Majority { get; private set; }

    /// <summary>Part of the miners' incentive that goes to sellers of the last tempo, before.
    /// </summary>
    public decimal SellersBefore { get; private set; }

    /// <summary>Part that goes to those who sold since, two tempos after.</summary>
    public decimal SellersAfter { get; private set; }

    /// <summary>Dividends of validators that do not follow, of all dividends, before.</summary>
    public decimal DissentBefore { get; private set; }

    /// <summary>The same, twelve tempos after, when old bonds have faded.</summary>
    public decimal DissentAfter { get; private set; }

    /// <summary>Day of the announcement; null when there was none.</summary>
    public decimal? Day { get; private set; }

    /// <summary>Runs the scenario until the intervention has had twelve tempos.</summary>
    public static Episode Watch(Point point, CancellationToken cancellation)
    {
        Scenario scenario = point.Scenario;
        World world = scenario.WorldOf(point.Seed);
        ImmutableArray<DatedEvent> events = point.Events;
        Episode episode = new();
        int happened = 0;
        ulong? paid = null;
        ulong? ends = null;
        for (ulong block = 0; block < LongestInBlocks && world.Chain.Block.Value != ends; block++)
        {
            cancellation.ThrowIfCancellationRequested();
            happened += Simulator.ApplyDue(world.Chain, events, happened);
            BlockExecutor.RunBlock(world.Chain);
            Simulator.Act(world);
            if (world.Chain.Block.Value == paid) episode.LookAtPay(world);
            if (ends is not null) continue;
            Notice? notice = world.Crew!.Market.Notices.FirstOrDefault(static one =>
                one.Program.StartsWith("counter", StringComparison.Ordinal));
            if (notice is null) continue;
            (paid, ends) = episode.Announced(world, scenario, notice);
        }

        episode.DissentAfter = DissentOf(world.Chain, world.Validators[0].Hotkey);
        return episode;
    }

    /// <summary>Day on which the subnet first has a rank, from the second day on.</summary>
    public static decimal? DayOfRank(RunResult run, int rank)
    {
        PathPoint[] found =
        [
            .. run.Paths.Single(path => path.NetUid == Subnet).Path.Points.Where(point =>
                point.Rank <= rank && run.AgeOf(point.Block) >= 2 * 7_200),
        ];
        return found.Length == 0 ? null : run.AgeOf(found[0].Block) / 7_200m;
    }

    /// <summary>TAO that the subnet was given in a run.</summary>
    public static decimal IncomeOf(RunResult run) =>
        EmissionMeasures.IncomeOf(run, static other => other == Subnet);

    private (ulong Paid, ulong Ends) Announced(World world, Scenario scenario, Notice notice)
    {
        Chain chain = world.Chain;
        Day = (notice.Block - scenario.Start.Value) / 7_200m;
        Majority = (decimal)world.Crew!.Market.WeightShareOf(Subnet, notice.Hotkey);
        _announced = notice.Block;
        SellersBefore = SellersPart(
            world, notice.Block - (2 * (chain.Subnets.Tempo(Subnet) + 1UL)));
        DissentBefore = DissentOf(chain, notice.Hotkey);
        ulong tempo = chain.Subnets.Tempo(Subnet) + 1UL;
        ulong left = Dtao.Runtime.Epoch.Tempo.BlocksUntilEpoch(
            Subnet, chain.Subnets.Tempo(Subnet), chain.Block);
        ulong next = chain.Block.Value + left + 2;
        return (next + (TemposUntilPaid * tempo), next + (TemposUntilBondsFade * tempo));
    }

    private void LookAtPay(World world) => SellersAfter = SellersPart(world, _announced);

    private static decimal SellersPart(World world, ulong since)
    {
        Chain chain = world.Chain;
        HashSet<Coldkey> sellers =
        [
            .. world.Crew!.Market.Trades.Since(Subnet, since)
                .Where(static trade => trade.IsSale).Select(static trade => trade.Coldkey),
        ];
        decimal sold = 0;
        decimal all = 0;
        ReadOnlySpan<ushort> incentive = chain.Neurons.Incentive(Subnet);
        for (int uid = 0; uid < incentive.Length; uid++)
        {
            all += incentive[uid];
            Coldkey owner = chain.Stakes.OwnerOf(chain.Neurons.KeyOf(Subnet, new((ushort)uid)));
            if (sellers.Contains(owner)) sold += incentive[uid];
        }

        return all == 0 ? 0 : sold / all;
    }

    private static decimal DissentOf(Chain chain, Hotkey leader)
    {
        decimal others = 0;
        decimal all = 0;
        ReadOnlySpan<ushort> dividends = chain.Neurons.Dividends(Subnet);
        for (int uid = 0; uid < dividends.Length; uid++)
        {
            all += dividends[uid];
            if (chain.Neurons.KeyOf(Subnet, new((ushort)uid)) != leader) others += dividends[uid];
        }

        return all == 0 ? 0 : others / all;
    }
}
