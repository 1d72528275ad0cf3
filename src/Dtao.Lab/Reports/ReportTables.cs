using System.Globalization;
using System.Net;
using System.Text;
using Dtao.Lab.Datasets;
using Dtao.Lab.Events;
using Dtao.Lab.Measures;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;

namespace Dtao.Lab.Reports;

/// <summary>The tables of a report, as HTML.</summary>
internal static class ReportTables
{
    /// <summary>Root shares and totals on the days that matter.</summary>
    public static string KeyDaysOf(RunResult result)
    {
        Table table = new(
            "",
            "day#", "root share (1), outstanding only#", "root share (2), chain's formula#",
            "TAO issued (million TAO)#", "root dividends so far (TAO)#", "TAO in pools#",
            "sum of prices (TAO/alpha)#");
        foreach (NetworkSample sample in KeyDays.Of(result))
        {
            ulong dividends =
                sample.RootStaked.SaturatingSubtract(result.First.RootStaked).Rao;
            table.Row(
                DayOf(result, sample),
                ReadableNumber.Percent(sample.RootShares.Staked, 2),
                ReadableNumber.Percent(sample.RootShares.Protocol, 2),
                ReadableNumber.Amount(sample.TotalIssuance.Rao / 1_000_000, 4),
                ReadableNumber.Amount(dividends, 0),
                ReadableNumber.Amount(sample.TaoInPools.Rao, 0),
                ReadableNumber.Fixed(sample.SumOfPrices.Value, 4));
        }

        return table.ToString();
    }

    /// <summary>The events with the numbers that mark them in the charts.</summary>
    public static string EventsOf(RunResult result)
    {
        if (result.Events.IsEmpty) return "<p>Nothing within the run.</p>";
        Table table = new(
            "", "mark#", "day#", "block#", "time (UTC)", "what", "status", "block from");
        for (int index = 0; index < result.Events.Length; index++)
        {
            DatedEvent happening = result.Events[index];
            table.Row(
                (index + 1).ToString(CultureInfo.InvariantCulture),
                DayText.Of(result.AgeOf(happening.Block))[..^4],
                happening.Block.ToString(),
                result.Point.Scenario.Clock.TextOf(happening.Block),
                happening.Text,
                StatusOf(happening.Status),
                happening.Note);
        }

        return table.ToString();
    }

    /// <summary>Every subnet at the end of the run.</summary>
    public static string SubnetsOf(RunResult result)
    {
        Table table = new(
            "subnets",
            "netuid#", "name", "token", "TAO in pool#", "alpha in pool#", "alpha staked#",
            "price (TAO/alpha)#", "moving price (TAO/alpha)#", "share of TAO emission#",
            "root share (1)#", "root share (2)#");
        for (int index = 0; index < result.Last.Subnets.Length; index++)
        {
            SubnetSample subnet = result.Last.Subnets[index];
            SubnetLabel label = result.Point.Scenario.Subnets[index];
            table.Row(
                subnet.NetUid.Value.ToString(CultureInfo.InvariantCulture),
                label.Name,
                label.Symbol,
                ReadableNumber.Amount(subnet.TaoReserve.Rao, 2),
                ReadableNumber.Amount(subnet.AlphaReserve.Rao, 0),
                ReadableNumber.Amount(subnet.AlphaStaked.Rao, 0),
                ReadableNumber.Fixed(subnet.Price.Value, 6),
                ReadableNumber.Fixed(subnet.MovingPrice.Value, 6),
                ReadableNumber.Percent(subnet.EmissionShare, 3),
                ReadableNumber.Percent(subnet.RootShares.Staked, 2),
                ReadableNumber.Percent(subnet.RootShares.Protocol, 2));
        }

        return table.ToString();
    }

    /// <summary>The validators and their stake on root.</summary>
    public static string ValidatorsOf(RunResult result)
    {
        Table table = new(
            "", "rank#", "validator", "at the start (TAO)#", "at the end (TAO)#",
            "share of root at the end#");
        Tao all = result.Last.RootStaked;
        for (int index = 0; index < result.Validators.Length; index++)
        {
            ValidatorStanding standing = result.Validators[index];
            I96F32 share = I96F32.FromInteger(standing.RootStakeAtEnd.Rao)
                .SafeDivide(I96F32.FromInteger(all.Rao));
            table.Row(
                (index + 1).ToString(CultureInfo.InvariantCulture),
                standing.Name,
                ReadableNumber.Amount(standing.RootStakeAtStart.Rao, 2),
                ReadableNumber.Amount(standing.RootStakeAtEnd.Rao, 2),
                ReadableNumber.Percent(share, 2));
        }

        return table.ToString();
    }

    /// <summary>What the run starts from.</summary>
    public static string ValuesOf(Scenario scenario)
    {
        Table table = new("", "what", "value", "unit", "status", "from");
        foreach (StatedValue value in scenario.Values)
        {
            table.Row(
                value.Name, value.Value, value.Unit, StatusOf(value.Status), value.Note);
        }

        return table.ToString();
    }

    /// <summary>Text that is safe inside HTML.</summary>
    public static string Safe(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Day of a sample with at most four decimals.</summary>
    public static string DayOf(RunResult result, NetworkSample sample) =>
        new Horizon(result.AgeOf(sample.Block)).DaysText;

    private static string StatusOf(ValueStatus status)
    {
        string name = status.ToString().ToLowerInvariant();
        return $"\u0001<span class=\"status {name}\">{name}</span>";
    }

    /// <summary>A table under construction; a heading that ends in # is one of numbers.</summary>
    private sealed class Table
    {
        private readonly StringBuilder _html = new();
        private readonly bool[] _isNumber;

        public Table(string id, params string[] headings)
        {
            _isNumber = Array.ConvertAll(headings, static name => name.EndsWith('#'));
            _html.Append(id.Length > 0 ? $"<table id=\"{id}\">" : "<table>").Append("<thead><tr>");
            for (int column = 0; column < headings.Length; column++)
            {
                string style = _isNumber[column] ? " class=\"number\"" : string.Empty;
                _html.Append(CultureInfo.InvariantCulture, $"<th{style}>")
                    .Append(Safe(headings[column].TrimEnd('#')))
                    .Append("</th>");
            }

            _html.Append("</tr></thead>\n<tbody>\n");
        }

        public void Row(params string[] fields)
        {
            _html.Append("<tr>");
            for (int column = 0; column < fields.Length; column++)
            {
                AppendField(fields[column], _isNumber[column]);
            }

            _html.Append("</tr>\n");
        }

        public override string ToString() => _html + "</tbody></table>";

        private void AppendField(string field, bool isNumber)
        {
            if (isNumber)
            {
                // What a heading sorts by: the number without its marks.
                string value = field
                    .Replace(",", string.Empty, StringComparison.Ordinal)
                    .Replace(" %", string.Empty, StringComparison.Ordinal);
                _html.Append(
                    CultureInfo.InvariantCulture,
                    $"<td class=\"number\" data-value=\"{Safe(value)}\">{Safe(field)}</td>");
                return;
            }

            string text = field.StartsWith('\u0001') ? field[1..] : Safe(field);
            _html.Append("<td>").Append(text).Append("</td>");
        }
    }
}
