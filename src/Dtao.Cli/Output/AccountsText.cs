using System.Collections.Immutable;
using System.Globalization;
using Dtao.Lab.Agents;

namespace Dtao.Cli.Output;

/// <summary>Prints the accounts of the groups of agents.</summary>
internal static class AccountsText
{
    /// <summary>Prints one line for each group; nothing for none.</summary>
    public static void Write(ImmutableArray<GroupAccount> accounts, TextWriter output)
    {
        if (accounts.Length == 0) return;
        output.WriteLine();
        output.WriteLine(
            "accounts, TAO          before    received        paid       spent      raised"
            + "       after      profit");
        foreach (GroupAccount account in accounts)
        {
            output.WriteLine(
                $"{account.Group,-15}{Text(account.ValueBefore)}{Text(account.Received)}"
                + $"{Text(account.Paid)}{Text(account.Spent)}{Text(account.Raised)}"
                + $"{Text(account.FreeAfter + account.TokensAfter)}{Text(account.Profit)}");
        }

        output.WriteLine(
            "  before and after: free TAO, root stake, tokens at the price of the moment; "
            + "spent and raised: on tokens");
        output.WriteLine();
    }

    private static string Text(decimal tao) =>
        Math.Round(tao, tao is < 1_000 and > -1_000 ? 2 : 0)
            .ToString("N" + (tao is < 1_000 and > -1_000 ? "2" : "0"), CultureInfo.InvariantCulture)
            .PadLeft(12);
}
