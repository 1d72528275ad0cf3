using System.Globalization;
using System.Text;
using System.Text.Json;
using Dtao.Codec;
using Dtao.Runtime.Dispatch;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Dispatch;

/// <summary>The table of calls against the chain's list, and the document made from it.</summary>
public class CallListTests
{
    private static readonly JsonElement[] Chain =
        [.. ClientVectors.ReadWire("calls").GetProperty("calls").EnumerateArray()];

    [Fact]
    public void Every_call_of_the_chain_is_in_the_table_or_left_out_with_a_reason() =>
        Assert.All(Chain, static call =>
        {
            bool isThere = CallTable.Find(IndexOf(call)) is not null;
            bool isLeftOut = OutOfScope.ReasonFor(IndexOf(call)) is not null;

            Assert.False(isThere && isLeftOut, $"{NameOf(call)} is there and left out");
            Assert.True(isThere || isLeftOut, $"{NameOf(call)} is nowhere");
        });

    [Fact]
    public void Every_call_of_the_table_has_the_chain_s_name_class_and_pay()
    {
        Dictionary<CallIndex, JsonElement> chain = Chain.ToDictionary(IndexOf);

        Assert.All(CallTable.All, call =>
        {
            JsonElement wire = chain[call.Index];
            Assert.Equal(NameOf(wire), $"{call.Pallet}.{call.Name}");
            Assert.Equal(wire.GetProperty("dispatch_class").GetString(), call.Class.ToString());
            Assert.Equal(wire.GetProperty("pays_fee").GetBoolean(), call.Pays == Pays.Yes);
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Every_call_of_the_table_has_the_chain_s_arguments(int items) =>
        Assert.All(ChainCallsOfTheTable(), wire =>
        {
            byte[] bytes = WireCall.Encode(wire, items);

            Assert.Equal(bytes, CallTable.Encode(Decode(bytes)));
        });

    [Fact]
    public void Every_call_of_the_table_has_the_chain_s_weight_when_it_carries_nothing() =>
        Assert.All(ChainCallsOfTheTable(), static wire =>
        {
            JsonElement weight = wire.GetProperty("weight");
            Weight expected = new(
                weight.GetProperty("ref_time").GetUInt64(),
                weight.GetProperty("proof_size").GetUInt64());

            Weight found = CallTable.TermsOf(Decode(WireCall.Encode(wire, items: 0))).Weight;

            Assert.True(expected == found, $"{NameOf(wire)}: {expected}, got {found}");
        });

    [Fact]
    public void The_document_lists_the_table() =>
        Golden.Matches("docs/spec/calls.md", Document());

    private static string Document()
    {
        StringBuilder text = new();
        text.Append(
            """
            # Calls

            Made from the call table (`CallTable.All`); a test compares them, and
            `DTAO_UPDATE=1` writes this file anew.
            Time is in picoseconds on the reference machine, for a call that carries nothing;
            proof in bytes.
            What runs in a call stands in the chapter of its topic, what is left out in
            [scope.md](../scope.md).


            """);
        foreach (IGrouping<string, CallDescription> pallet in
            CallTable.All.GroupBy(static call => call.Pallet))
        {
            text.Append(CultureInfo.InvariantCulture, $"## {pallet.Key}\n\n");
            text.Append("| number | call | class | pays | time | proof |\n");
            text.Append("|---|---|---|---|---|---|\n");
            foreach (CallDescription call in pallet)
            {
                text.Append(Row(call));
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Row(CallDescription call)
    {
        JsonElement wire = Chain.Single(item => IndexOf(item) == call.Index);
        Weight weight = call.WeightOf(Decode(WireCall.Encode(wire, items: 0)));
        string arguments = string.Join(", ", wire.GetProperty("args").EnumerateArray()
            .Select(static argument => argument.GetProperty("name").GetString()));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {call.Index.Pallet}.{call.Index.Call} | `{call.Name}({arguments})` "
            + $"| {call.Class} | {call.Pays} | {weight.RefTime:N0} | {weight.ProofSize:N0} |\n");
    }

    private static IEnumerable<JsonElement> ChainCallsOfTheTable() =>
        Chain.Where(static call => CallTable.Find(IndexOf(call)) is not null);

    private static ICall Decode(byte[] bytes)
    {
        ScaleReader reader = new(bytes);
        ICall call = CallTable.Decode(ref reader);
        Assert.True(reader.IsAtEnd, $"bytes left after {call.Index}");
        return call;
    }

    private static CallIndex IndexOf(JsonElement call) => new(
        call.GetProperty("pallet_index").GetByte(), call.GetProperty("call_index").GetByte());

    private static string NameOf(JsonElement call) =>
        $"{call.GetProperty("pallet").GetString()}.{call.GetProperty("call").GetString()}";
}
