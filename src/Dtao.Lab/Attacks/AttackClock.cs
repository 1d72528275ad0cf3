using System.Globalization;
using Dtao.Lab.Datasets;
using Dtao.Lab.Measures;
using Dtao.Numerics;

namespace Dtao.Lab.Attacks;

/// <summary>Lengths of time of a search, in blocks of 12 seconds.</summary>
internal static class AttackClock
{
    public const ulong Day = BlockClock.BlocksPerDay;

    public const ulong Hour = Day / 24;

    /// <summary>An amount without zeros at its end.</summary>
    public static string Whole(Tao amount) =>
        ReadableNumber.Of(amount.Rao).ToString("0.#########", CultureInfo.InvariantCulture);
}
