using System.Collections.Immutable;
using System.Globalization;
using Dtao.Lab.Datasets;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Html;

/// <summary>Claims, agents, calibrated and stated values as tables.</summary>
internal static class ListTables
{
    private const int ShortNumber = 4;

    /// <summary>Claims with their verdicts.</summary>
    public static Table Of(ClaimList list)
    {
        bool hasRefutation = list.Claims.Any(static claim => claim.RefutedBy is not null);
        Column[] columns =
        [
            Words("claims.id"), Words("claims.statement"), Words("claims.verdict"),
            Words("claims.measured"), Words("claims.reason"), Words("claims.refuted-by"),
        ];
        return new(
            [.. columns.Take(hasRefutation ? 6 : 5)],
            [
                .. list.Claims.Select(claim => RowOf(claim, hasRefutation)),
            ]);
    }

    /// <summary>What was calibrated and what was predicted.</summary>
    public static Table Of(CalibrationList list)
    {
        Column[] columns =
        [
            Words("evidence.name"), Words("evidence.value"), Words("evidence.kind"),
            Words("evidence.basis"), Words("evidence.error"),
        ];
        return new(
            [.. columns],
            [
                .. list.Values.Select(static value => Row(
                    Cell.Of(value.Name),
                    Cell.Of(value.Value),
                    Cell.Of(value.Evidence),
                    Cell.Of(value.Basis),
                    Cell.Of(value.Error ?? Nothing))),
            ]);
    }

    /// <summary>What a run starts from.</summary>
    public static Table Of(StatedValueList list)
    {
        Column[] columns =
        [
            Words("values.name"), Words("values.value"), Words("values.unit"),
            Words("values.status"), Words("values.note"),
        ];
        return new(
            [.. columns],
            [
                .. list.Values.Select(static value => Row(
                    Cell.Of(NameOf(value)),
                    Cell.Of(ValueOf(value)),
                    Cell.Of(value.Unit == "none" ? Nothing : Text.Phrase(value.Unit)),
                    Cell.Of(value.Status),
                    Cell.Of(Text.Phrase(ReadableTime.Of(value.Note))))),
            ]);
    }

    /// <summary>The path of a setting is a name; anything else is a phrase.</summary>
    private static Text NameOf(StatedValue value) =>
        value.Name.Contains(' ') ? Text.Phrase(value.Name) : Text.Name(value.Name);

    /// <summary>The value; thousands of a whole number are set apart.</summary>
    private static Text ValueOf(StatedValue value) => value.Value.Length > ShortNumber
        && long.TryParse(
            value.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        ? Text.Of(Figure.Count(number))
        : Text.Phrase(ReadableTime.Of(value.Value));

    private static Text Nothing => Text.Verbatim("–");

    private static ImmutableArray<Cell> RowOf(ClaimVerdict claim, bool hasRefutation)
    {
        ImmutableArray<Cell> row = Row(
            Cell.Of(claim.Id),
            Cell.Of(claim.Statement),
            Cell.Of(claim.Verdict),
            Cell.Of(claim.Measured),
            Cell.Of(claim.Reason ?? Nothing));
        return hasRefutation ? row.Add(Cell.Of(claim.RefutedBy ?? Nothing)) : row;
    }

    private static ImmutableArray<Cell> Row(params ImmutableArray<Cell> cells) => cells;

    private static Column Words(string key) => new(Text.Key(key));
}
