using System.Globalization;

namespace Dtao.Lab.Attacks;

/// <summary>What an attacker wants to have at the end.</summary>
/// <param name="Kind">What it wants a part of.</param>
/// <param name="Part">The least part that will do, 0 to 1.</param>
/// <param name="Text">As it was written, for example <c>emission:5%</c>.</param>
public sealed record AttackGoal(AttackGoalKind Kind, decimal Part, string Text)
{
    /// <summary>Reads a goal such as <c>emission:5%</c> or <c>weights:51%</c>.</summary>
    /// <exception cref="FormatException">No such goal; the message says what would do.</exception>
    public static AttackGoal Parse(string text)
    {
        string[] sides = text.Split(':');
        AttackGoalKind? kind = sides[0] switch
        {
            "emission" => AttackGoalKind.Emission,
            "weights" => AttackGoalKind.Weights,
            _ => null,
        };
        if (kind is null || sides.Length != 2 || !sides[1].EndsWith('%'))
        {
            throw new FormatException(
                $"'{text}' is no goal; write for example emission:5% or weights:51%");
        }

        bool isNumber = decimal.TryParse(
            sides[1][..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out decimal percent);
        if (!isNumber || percent < 0.01m || percent > 99)
        {
            throw new FormatException(
                $"'{text}' has no part that can be reached; give 0.01% to 99%");
        }

        return new(kind.Value, percent / 100, text);
    }
}
