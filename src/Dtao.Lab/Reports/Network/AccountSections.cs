using System.Collections.Immutable;
using Dtao.Lab.Agents;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;

namespace Dtao.Lab.Reports.Network;

/// <summary>Who won and who lost in a run with agents.</summary>
internal static class AccountSections
{
    /// <summary>The accounts of the groups; nothing for a run without agents.</summary>
    public static IEnumerable<Section> Of(RunResult result)
    {
        if (result.Accounts.IsEmpty) yield break;
        yield return new(
            "accounts",
            Text.Key("accounts.heading"),
            [new Prose(Text.Key("accounts.text")), TableOf(result)]);
    }

    private static Table TableOf(RunResult result) => new(
        [
            new(Text.Key("accounts.group")), Number("accounts.agents", Unit.Count),
            Number("accounts.before", Unit.Tao), Number("accounts.received", Unit.Tao),
            Number("accounts.paid", Unit.Tao), Number("accounts.spent", Unit.Tao),
            Number("accounts.raised", Unit.Tao), Number("accounts.tied-up", Unit.Tao),
            Number("accounts.after", Unit.Tao), Number("accounts.profit", Unit.Tao),
        ],
        [
            .. result.Accounts.Select(RowOf),
        ]);

    private static ImmutableArray<Cell> RowOf(GroupAccount account) =>
    [
        Cell.Of(Text.Key(
            "plan.group", Text.Verbatim(account.Group), Text.Name(account.Kind))),
        Cell.Of(Figure.Count(account.Agents)),
        Amount(account.ValueBefore), Amount(account.Received), Amount(account.Paid),
        Amount(account.Spent), Amount(account.Raised), Amount(account.TiedUp),
        Amount(account.FreeAfter + account.TokensAfter), Amount(account.Profit),
    ];

    private static Cell Amount(decimal tao) => Cell.Of(Figure.Of(tao, Unit.Tao, 1));

    private static Column Number(string key, Unit unit) => new(Text.Key(key), unit);
}
