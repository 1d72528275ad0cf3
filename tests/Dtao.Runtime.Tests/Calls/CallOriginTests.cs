using Dtao.Runtime.Dispatch;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Who may not stand behind a call, as the chain's list says it in words.</summary>
public class CallOriginTests
{
    private static readonly Origin Stranger = Origin.Signed(Account.Of(999));

    private static readonly Dictionary<CallIndex, string> Rules =
        ClientVectors.ReadWire("calls").GetProperty("calls").EnumerateArray().ToDictionary(
            static call => new CallIndex(
                call.GetProperty("pallet_index").GetByte(),
                call.GetProperty("call_index").GetByte()),
            static call => call.GetProperty("origin").GetString()!);

    /// <summary>Calls that look at something before they ask who is there.</summary>
    private static readonly string[] LookFirst =
    [
        "set_weights", "batch_reveal_weights with unequal lists", "root_register",
        "adjust_senate", "adjust_senate with a free seat",
    ];

    public static TheoryData<string> Names =>
        [.. CallCases.All.Keys.Where(static name => name != "faucet")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Whoever_may_not_make_a_call_is_told_so_before_anything_else(string name)
    {
        CallCase item = CallCases.All[name];
        HashSet<string> all = [.. item.Faults.Select(static fault => fault.Fault)];
        foreach (Origin wrong in WrongOrigins(Rules[item.Call.Index]))
        {
            Check(name, item.WithoutFault(), wrong);
            if (!LookFirst.Contains(name)) Check(name, item.Build(all), wrong);
        }
    }

    private static void Check(string name, CallCase.Situation found, Origin wrong)
    {
        found.Chain.Events.IsKept = true;
        string before = found.Chain.HashText();

        DispatchResult result = found.Chain.DispatchAs(wrong, found.Call);

        Assert.True(result.Failure == DispatchError.BadOrigin, $"{name}: {result}");
        Assert.Equal(before, found.Chain.HashText());
        Assert.Empty(found.Chain.Events.Records);
    }

    private static Origin[] WrongOrigins(string rule) => rule switch
    {
        "any (origin not checked)" => [],
        "any signed/root" or "signed or root" => [Origin.None],
        "subnet owner or root" => [Origin.None, Stranger],
        _ when rule.StartsWith("root", StringComparison.Ordinal) => [Origin.None, Stranger],
        _ when rule.StartsWith("subnet owner only", StringComparison.Ordinal) =>
            [Origin.None, Origin.Root, Stranger],
        _ when rule.StartsWith("signed", StringComparison.Ordinal) => [Origin.None, Origin.Root],
        _ => throw new ArgumentException($"no way to read the origin {rule}", nameof(rule)),
    };
}
