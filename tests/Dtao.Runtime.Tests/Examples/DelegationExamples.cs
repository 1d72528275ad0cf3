using System.Globalization;
using System.Text.Json;
using Dtao.Numerics;
using Dtao.Runtime.Delegation;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>Takes, children and seats on root.</summary>
internal static class DelegationExamples
{
    private static readonly NetUid One = new(1);

    public static IEnumerable<KeyValuePair<string, Action<JsonElement>>> All =>
    [
        new("G1", Takes),
        new("G2", Children),
        new("G3", RootSeats),
    ];

    private static void Takes(JsonElement example)
    {
        Chain chain = new ChainBuilder()
            .WithSubnet(1, Tao.Whole(1), Alpha.Whole(1), Alpha.Zero)
            .WithOwner(Account.Hotkey(1), ExampleValue.Coldkey(example.Inputs().Text("Owner(1)")))
            .With("MaxDelegateTake", example.Inputs().Text("MaxDelegateTake"))
            .With("MinDelegateTake", example.Inputs().Text("MinDelegateTake"))
            .Build();
        foreach (JsonElement step in example.Expected().Rows("steps"))
        {
            chain.SetBlock(new(step.U64("block")));

            string result = ExampleCall.Run(chain, step.Text("call"));

            Assert.True(step.Text("result") == result, $"{step}: got {result}");
            string exists = chain.Delegation.IsDelegate(Account.Hotkey(1)) ? "true" : "false";
            Assert.Equal(
                step.Text("Delegates(1)"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{exists} {chain.Delegation.TakeOf(Account.Hotkey(1))}"));
        }
    }

    private static void Children(JsonElement example)
    {
        JsonElement after = example.Expected();
        Chain chain = new ChainBuilder()
            .WithSubnet(1, Tao.Whole(1_000), Alpha.Whole(1_000), Alpha.Zero)
            .Build();
        foreach (JsonProperty owner in example.Inputs().GetProperty("Owner").EnumerateObject())
        {
            chain.Put("Owner", owner.Value.ToString(), owner.Name);
        }

        foreach (JsonElement step in after.Rows("steps"))
        {
            chain.SetBlock(new(step.U64("block")));
            string result = ExampleCall.Run(chain, step.Text("call"));
            Assert.True(step.Text("result") == result, $"{step}: got {result}");
        }

        Assert.Equal(after.Text("ChildKeys_at_block_8200"), ChildrenAt(chain, 8_200));
        Assert.Equal(after.Text("ChildKeys_at_block_8201"), ChildrenAt(chain, 8_201));
        Assert.Equal(
            after.Text("ParentKeys(2,1)"),
            Show(chain.Delegation.ParentsOf(Account.Hotkey(2), One)));
        Assert.Equal(
            after.Text("ParentKeys(3,1)"),
            Show(chain.Delegation.ParentsOf(Account.Hotkey(3), One)));
    }

    private static string ChildrenAt(Chain chain, ulong block)
    {
        chain.Delegation.ActivateChildren(One, new(block));
        return Show(chain.Delegation.ChildrenOf(Account.Hotkey(1), One));
    }

    private static string Show(IReadOnlyList<Relation> relations)
    {
        if (relations.Count == 0) return "-";
        return string.Join(',', relations.Select(static relation => string.Create(
            CultureInfo.InvariantCulture,
            $"{relation.Proportion}:{Convert.ToUInt64(relation.Hotkey.ToString(), 16)}")));
    }

    private static void RootSeats(JsonElement example)
    {
        ChainBuilder builder = new ChainBuilder()
            .WithRoot(Tao.Whole(10))
            .With("MaxAllowedUids", example.Inputs().Text("root capacity"), NetUid.Root)
            .With("MaxRegistrationsPerBlock", 100, NetUid.Root)
            .With("TargetRegistrationsPerInterval", 100, NetUid.Root);
        foreach (JsonProperty owner in example.Inputs().GetProperty("Owner").EnumerateObject())
        {
            builder.With("Owner", owner.Value.ToString(), owner.Name);
        }

        foreach (JsonProperty stake in example.Inputs().GetProperty("root stake").EnumerateObject())
        {
            builder.With("TotalHotkeyAlpha", stake.Value.ToString(), stake.Name, NetUid.Root);
        }

        Chain chain = builder.AtBlock(10).Build();
        JsonElement[] steps = [.. example.Expected().Rows("steps")];

        // The last two steps need the senate, which comes with the governance calls.
        foreach (JsonElement step in steps[..^2])
        {
            string result = ExampleCall.Run(chain, step.Text("call"));

            Assert.True(step.Text("result") == result, $"{step}: got {result}");
            int uid = 0;
            foreach (JsonElement seat in step.Rows("root_uids"))
            {
                Hotkey found = chain.Neurons.KeyOf(NetUid.Root, new((ushort)uid++));
                Assert.Equal(ExampleValue.Hotkey(seat.ToString()), found);
            }
        }

        Assert.Equal("(hotkey 1 receives 20e9 more root stake)", steps[^2].Text("call"));
    }
}
