using System.Text.Json;
using Dtao.Numerics;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>Share pools of one hotkey.</summary>
internal static class SharePoolExamples
{
    private static readonly NetUid One = new(1);
    private static readonly Hotkey Hotkey = Account.Hotkey(1);

    public static IEnumerable<KeyValuePair<string, Action<JsonElement>>> All =>
    [
        new("SH1", Sequence),
        new("SH2", Sequence),
        new("SH3", Sequence),
        new("SH4", Sequence),
        new("SH5", Sequence),
        new("SH6", Precision),
        new("SH7", Sequence),
    ];

    private static void Sequence(JsonElement example)
    {
        Chain chain = new(Spec.Specs.Latest);
        foreach (JsonElement step in example.Expected().Rows("steps"))
        {
            Apply(chain, step);

            Assert.Equal(step.U64("TotalHotkeyAlpha"), chain.Stakes.StakeOf(Hotkey, One).Rao);
            Assert.Equal(
                step.Number("TotalHotkeyShares_raw"),
                chain.Stakes.PoolOf(Hotkey, One).Denominator.Bits);
            foreach (JsonProperty shares in step.GetProperty("Alpha_raw").EnumerateObject())
            {
                U64F64 found = chain.Stakes.SharesOf(
                    Hotkey, ExampleValue.Coldkey(shares.Name), One);
                bool isAbsent = shares.Value.ValueKind == JsonValueKind.Null;
                Assert.Equal(isAbsent ? 0 : shares.Value.Number(), found.Bits);
            }

            foreach (JsonProperty value in step.GetProperty("value").EnumerateObject())
            {
                Alpha found = chain.Stakes.StakeOf(
                    Hotkey, ExampleValue.Coldkey(value.Name), One);
                Assert.Equal(value.Value.U64(), found.Rao);
            }
        }
    }

    private static void Apply(Chain chain, JsonElement step)
    {
        JsonElement operation = step.GetProperty("op");
        long amount = (long)operation[operation.GetArrayLength() - 1].Number();
        Alpha size = Alpha.FromRao((ulong)Math.Abs(amount));
        if (operation[0].GetString() == "all")
        {
            if (amount >= 0) chain.Stakes.AddToAll(Hotkey, One, size);
            else chain.Stakes.TakeFromAll(Hotkey, One, size);
            return;
        }

        Coldkey coldkey = ExampleValue.Coldkey(operation[1].ToString());
        Alpha returned = amount >= 0
            ? chain.Stakes.AddShares(Hotkey, coldkey, One, size)
            : chain.Stakes.RemoveShares(Hotkey, coldkey, One, size);
        Assert.Equal(step.U64("returned"), returned.Rao);
    }

    private static void Precision(JsonElement example)
    {
        Chain chain = new(Spec.Specs.Latest);
        chain.Put("TotalHotkeyShares", example.Inputs().Text("TotalHotkeyShares_raw"), Hotkey, One);
        chain.Put("TotalHotkeyAlpha", example.Inputs().Text("TotalHotkeyAlpha"), Hotkey, One);

        JsonElement rows = example.Expected().GetProperty("try_increase");
        foreach (JsonProperty row in rows.EnumerateObject())
        {
            bool isPrecise = chain.Stakes.IsPreciseEnough(
                Hotkey, One, Alpha.FromRao(ExampleValue.Parse(row.Name)));
            Assert.True(row.Value.GetBoolean() == isPrecise, $"{row}");
        }
    }
}
