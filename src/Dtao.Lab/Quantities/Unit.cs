using System.Collections.Immutable;
using Dtao.Lab.Datasets;

namespace Dtao.Lab.Quantities;

/// <summary>A unit that a scenario's values may carry.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Scale">One of it in the dimension's own unit.</param>
public sealed record Unit(string Text, Dimension Dimension, decimal Scale)
{
    private const decimal BlocksPerHour = (decimal)BlockClock.BlocksPerDay / 24;

    /// <summary>It is counted: there are no parts of it.</summary>
    public bool IsWhole => Dimension == Dimension.Count || Text is "block" or "blocks";

    /// <summary>All units.</summary>
    public static ImmutableArray<Unit> All { get; } =
    [
        new("agents", Dimension.Count, 1),
        new("agent", Dimension.Count, 1),
        new("subnets", Dimension.Count, 1),
        new("subnet", Dimension.Count, 1),
        new("neurons", Dimension.Count, 1),
        new("validators", Dimension.Count, 1),
        new("x", Dimension.Factor, 1),
        new("%", Dimension.Share, 0.01m),
        new("%/day", Dimension.SharePerDay, 0.01m),
        new("/block", Dimension.RatePerBlock, 1),
        new("block", Dimension.Time, 1),
        new("blocks", Dimension.Time, 1),
        new("minutes", Dimension.Time, BlocksPerHour / 60),
        new("hours", Dimension.Time, BlocksPerHour),
        new("hour", Dimension.Time, BlocksPerHour),
        new("days", Dimension.Time, BlockClock.BlocksPerDay),
        new("day", Dimension.Time, BlockClock.BlocksPerDay),
        new("TAO", Dimension.Tao, 1),
        new("TAO/day", Dimension.TaoPerDay, 1),
        new("alpha", Dimension.Alpha, 1),
        new("TAO/alpha", Dimension.Price, 1),
    ];

    /// <summary>The unit with this text, or null.</summary>
    public static Unit? Find(string text) => All.FirstOrDefault(unit => unit.Text == text);

    /// <summary>The units of a dimension in words, such as <c>hours, days</c>.</summary>
    public static string ListOf(Dimension dimension) => string.Join(
        ", ", All.Where(unit => unit.Dimension == dimension).Select(static unit => unit.Text));
}
