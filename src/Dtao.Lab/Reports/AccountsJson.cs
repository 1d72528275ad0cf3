using System.Globalization;
using System.Text.Json;
using Dtao.Lab.Agents;
using Dtao.Lab.Runs;

namespace Dtao.Lab.Reports;

/// <summary>Writes the accounts of the groups of agents.</summary>
internal static class AccountsJson
{
    /// <summary>Writes the section <c>accounts_tao</c>; nothing when nobody trades.</summary>
    public static void Write(Utf8JsonWriter writer, RunResult result)
    {
        if (result.Accounts.Length == 0) return;
        writer.WriteStartArray("accounts_tao");
        foreach (GroupAccount account in result.Accounts)
        {
            writer.WriteStartObject();
            writer.WriteString("group", account.Group);
            writer.WriteString("kind", account.Kind);
            writer.WriteNumber("agents", account.Agents);
            Amount(writer, "value_before", account.ValueBefore);
            Amount(writer, "received", account.Received);
            Amount(writer, "paid", account.Paid);
            Amount(writer, "spent_on_tokens", account.Spent);
            Amount(writer, "raised_by_tokens", account.Raised);
            Amount(writer, "tied_up_at_most", account.TiedUp);
            Amount(writer, "free_after", account.FreeAfter);
            Amount(writer, "tokens_after", account.TokensAfter);
            Amount(writer, "profit", account.Profit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Amount(Utf8JsonWriter writer, string name, decimal tao) =>
        writer.WriteString(name, tao.ToString("0.#########", CultureInfo.InvariantCulture));
}
