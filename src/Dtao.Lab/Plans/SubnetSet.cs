using System.Collections.Immutable;
using System.Globalization;
using Dtao.Numerics;

namespace Dtao.Lab.Plans;

/// <summary>Some subnets of a network, as a scenario names them.</summary>
/// <param name="Text">As written: <c>all</c>, <c>28</c>, <c>1, 4..9</c> or
/// <c>all but 28</c>.</param>
public sealed record SubnetSet(string Text)
{
    private const string AllBut = "all but ";

    /// <summary>All subnets but root.</summary>
    public static SubnetSet All { get; } = new("all");

    /// <summary>Those of a network's subnets that are meant, in the network's order.</summary>
    /// <exception cref="FormatException">
    /// The text names no subnets, or one that is not there.
    /// </exception>
    public ImmutableArray<NetUid> Of(ImmutableArray<NetUid> network)
    {
        if (Text == "all") return network;
        bool isRest = Text.StartsWith(AllBut, StringComparison.Ordinal);
        HashSet<NetUid> named = Parse(isRest ? Text[AllBut.Length..] : Text);
        foreach (NetUid subnet in named)
        {
            if (network.Contains(subnet)) continue;
            throw new FormatException($"'{Text}' names subnet {subnet}, which the network lacks");
        }

        ImmutableArray<NetUid> meant =
            [.. network.Where(subnet => named.Contains(subnet) != isRest)];
        return meant.Length > 0
            ? meant
            : throw new FormatException($"'{Text}' leaves no subnet");
    }

    private HashSet<NetUid> Parse(string list)
    {
        HashSet<NetUid> named = [];
        foreach (string item in list.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] ends = item.Split("..");
            int first = NumberOf(ends[0]);
            int last = ends.Length == 2 ? NumberOf(ends[1]) : first;
            if (ends.Length > 2 || last < first) throw Wrong();
            for (int number = first; number <= last; number++)
            {
                named.Add(new((ushort)number));
            }
        }

        return named;
    }

    private int NumberOf(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ushort number)
            && number > 0
            ? number
            : throw Wrong();

    private FormatException Wrong() => new(
        $"'{Text}' names no subnets; write for example 'all', '28', '1, 4..9' or 'all but 28'");
}
