using System.Collections.Immutable;

namespace Dtao.Runtime.Audit;

/// <summary>Makes the statements of an audit out of its flows and both ends.</summary>
internal static class AuditStatements
{
    private enum Subnets
    {
        All,
        RootOnly,
        AllButRoot,
    }

    private static readonly ImmutableArray<Place> Places =
    [
        new("granted", "the blocks' emission", FlowUnit.Tao, Subnets.All,
            static _ => 0, Book.Granted),
        new("issuance", "TAO there is, by the chain's counter", FlowUnit.Tao, Subnets.All,
            static end => end.Issuance, Book.Issuance),
        new("balances", "TAO in accounts", FlowUnit.Tao, Subnets.All,
            static end => end.Balances, Book.Balances),
        new("total_stake", "TAO in pools and on root, by the chain's counter", FlowUnit.Tao,
            Subnets.All, static end => end.TotalStake, Book.TotalStake),
        new("pools", "TAO in the pools of subnets", FlowUnit.Tao, Subnets.AllButRoot,
            static end => end.Pools, Book.Reserve),
        new("root_reserve", "TAO on root, as the root share counts it", FlowUnit.Tao,
            Subnets.RootOnly, static end => end.RootReserve, Book.Reserve),
        new("pending_root_dividends", "root dividends that wait", FlowUnit.Tao, Subnets.All,
            static end => end.PendingRoot, Book.PendingRoot),
        new("root_staked", "TAO that stakers of root hold", FlowUnit.Tao, Subnets.RootOnly,
            static end => end.RootStaked, Book.Staked),
        new("gap", "issuance beyond accounts, stake and locks: leaks", FlowUnit.Tao, Subnets.All,
            static end => end.Gap, Book.Gap),
        new("alpha_in_pools", "alpha in the pools", FlowUnit.Alpha, Subnets.AllButRoot,
            static end => end.AlphaReserve, Book.AlphaReserve),
        new("alpha_outstanding", "alpha outside the pools", FlowUnit.Alpha, Subnets.AllButRoot,
            static end => end.Outstanding, Book.Outstanding),
        new("alpha_staked", "alpha that stakers hold", FlowUnit.Alpha, Subnets.AllButRoot,
            static end => end.Staked, Book.Staked),
        new("alpha_pending", "alpha that waits for epochs", FlowUnit.Alpha, Subnets.AllButRoot,
            static end => end.PendingAlpha, Book.PendingParticipants, Book.PendingOwner,
            Book.PendingRootAlpha, Book.PendingServers, Book.PendingValidators),
        new("alpha_protocol", "alpha that the chain bought and keeps", FlowUnit.Alpha,
            Subnets.AllButRoot, static end => end.ProtocolAlpha, Book.ProtocolAlpha),
        new("alpha_unheld", "alpha outside the pools that nobody holds: leaks", FlowUnit.Alpha,
            Subnets.AllButRoot, static end => end.Unheld, Book.Unheld),
    ];

    /// <summary>The statements of a report.</summary>
    public static ImmutableArray<AuditStatement> Of(AuditReport report) =>
        [.. Places.Select(place => Of(report, place))];

    private static AuditStatement Of(AuditReport report, Place place) => new(
        place.Name,
        place.Title,
        place.Unit,
        place.Amount(report.Opening),
        [
            .. report.Flows
                .Select(total => new AuditLine(total.Rule, ChangeOf(total, place)))
                .Where(static line => line.Rao != 0),
        ],
        place.Amount(report.Closing));

    private static Int128 ChangeOf(FlowTotal total, Place place)
    {
        Int128 change = 0;
        foreach (Posting posting in total.Rule.Postings)
        {
            if (!place.Books.Contains(posting.Book)) continue;
            Int128 amount = (Int128)AmountOf(total, posting, place.Subnets);
            change += posting.Side == PostingSide.Plus ? amount : -amount;
        }

        return change;
    }

    private static UInt128 AmountOf(FlowTotal total, Posting posting, Subnets subnets)
    {
        // A posting that reaches one book writes root's, or one that exists once.
        if (posting.Reach == PostingReach.One) return subnets == Subnets.AllButRoot ? 0 : total.Rao;
        return subnets switch
        {
            Subnets.RootOnly => total.RootRao,
            Subnets.AllButRoot => total.Rao - total.RootRao,
            _ => total.Rao,
        };
    }

    private sealed record Place(
        string Name, string Title, FlowUnit Unit, Subnets Subnets,
        Func<AuditBalance, Int128> Amount, params ImmutableArray<Book> Books);
}
