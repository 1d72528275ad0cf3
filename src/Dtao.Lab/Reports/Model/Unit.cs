using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>What a number of a report counts, and how it is written.</summary>
/// <param name="Symbol">Stands after the number.</param>
/// <param name="Decimals">Decimals at most, unless a figure says otherwise.</param>
/// <param name="Scale">What a value is multiplied by when it is shown: 100 for a share.</param>
public sealed record Unit(Text Symbol, int Decimals, int Scale = 1)
{
    /// <summary>A pure number.</summary>
    public static Unit None { get; } = new(Text.Verbatim(string.Empty), 4);

    /// <summary>Something counted; nothing stands after the number.</summary>
    public static Unit Count { get; } = new(Text.Verbatim(string.Empty), 0);

    /// <summary>TAO.</summary>
    public static Unit Tao { get; } = new(Text.Verbatim("TAO"), 2);

    /// <summary>Millions of TAO.</summary>
    public static Unit MillionTao { get; } = new(Text.Key("unit.million-tao"), 4);

    /// <summary>TAO a day.</summary>
    public static Unit TaoPerDay { get; } = new(Text.Key("unit.tao-per-day"), 2);

    /// <summary>Alpha of a subnet.</summary>
    public static Unit Alpha { get; } = new(Text.Verbatim("alpha"), 1);

    /// <summary>Price of a pool.</summary>
    public static Unit Price { get; } = new(Text.Verbatim("TAO/alpha"), 6);

    /// <summary>A share of one, shown in per cent.</summary>
    public static Unit Share { get; } = new(Text.Verbatim("%"), 2, 100);

    /// <summary>US dollars.</summary>
    public static Unit Dollar { get; } = new(Text.Key("unit.dollar"), 2);

    /// <summary>Days of 7,200 blocks.</summary>
    public static Unit Day { get; } = new(Text.Key("unit.day"), 3);

    /// <summary>Hours of 300 blocks.</summary>
    public static Unit Hour { get; } = new(Text.Key("unit.hour"), 2);

    /// <summary>Blocks of 12 seconds.</summary>
    public static Unit Block { get; } = new(Text.Key("unit.block"), 0);

    /// <summary>Seconds of a computation.</summary>
    public static Unit Second { get; } = new(Text.Key("unit.second"), 1);

    /// <summary>A unit with another number of decimals.</summary>
    public Unit WithDecimals(int decimals) => this with { Decimals = decimals };
}
