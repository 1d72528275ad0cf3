namespace Dtao.Lab.Plans;

/// <summary>
/// Names that a scenario file gives: they stand in paths of files, in <c>--set</c> and in commands.
/// </summary>
internal static class PlanName
{
    private const int Longest = 64;

    /// <summary>The name, if it can be one.</summary>
    /// <exception cref="FormatException">It has other letters than a name may have.</exception>
    public static string Checked(string name)
    {
        bool isName = name.Length is > 0 and <= Longest
            && name.All(static letter => char.IsLetterOrDigit(letter) || letter is '-' or '_');
        return isName ? name : throw new FormatException(
            $"'{name}' is no name; use up to {Longest} letters, digits, '-' and '_'");
    }
}
