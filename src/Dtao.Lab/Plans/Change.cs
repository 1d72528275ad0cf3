namespace Dtao.Lab.Plans;

/// <summary>One value of a scenario that is other than its file says.</summary>
/// <param name="Path">
/// <c>GROUP.SETTING</c> for a setting of a group of agents, or the name of an entry of the file,
/// for example <c>rule</c>, <c>order</c> or <c>network.age</c>.
/// </param>
/// <param name="Value">The value as it would stand in the file, unit included.</param>
public sealed record Change(string Path, string Value)
{
    /// <summary>Reads <c>PATH=VALUE</c>.</summary>
    /// <exception cref="FormatException">It is no change.</exception>
    public static Change Parse(string text)
    {
        string[] sides = text.Split('=', 2, StringSplitOptions.TrimEntries);
        return sides.Length == 2 && sides[0].Length > 0 && sides[1].Length > 0
            ? new(sides[0], sides[1])
            : throw new FormatException(
                $"'{text}' is no change; write for example 'holders.capital=2 .. 9 TAO'");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Path}={Value}";
}
