using Dtao.Runtime.Dispatch;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Every error of every call, in the chain's order, at the last refused value.</summary>
public class CallOrderTests
{
    private static readonly IReadOnlyDictionary<string, CallCase> Cases = CallCases.All;

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_a_fault_a_call_succeeds_at_the_last_accepted_values(string name)
    {
        CallCase.Situation found = Cases[name].WithoutFault();

        DispatchResult result = found.Chain.DispatchAs(found.Origin, found.Call);

        Assert.True(result.Failure == Cases[name].Always, $"{name}: {result}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_single_fault_is_named_and_nothing_changes(string name)
    {
        foreach ((string fault, DispatchError error) in Cases[name].Faults)
        {
            Check(name, [fault], error);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_several_faults_the_first_in_the_chain_s_order_is_the_answer(string name)
    {
        IReadOnlyList<(string Fault, DispatchError Error)> faults = Cases[name].Faults;
        for (int first = 0; first < faults.Count; first++)
        {
            Check(
                name,
                [.. faults.Skip(first).Select(static fault => fault.Fault)],
                faults[first].Error);
            for (int second = first + 1; second < faults.Count; second++)
            {
                Check(name, [faults[first].Fault, faults[second].Fault], faults[first].Error);
            }
        }
    }

    private static void Check(string name, HashSet<string> faults, DispatchError expected)
    {
        CallCase.Situation found = Cases[name].Build(faults);
        found.Chain.Events.IsKept = true;
        byte[] before = found.Chain.State.Hash();

        DispatchResult result = found.Chain.DispatchAs(found.Origin, found.Call);

        Assert.True(
            result.Failure == expected,
            $"{name} with {string.Join(", ", faults)}: {expected}, got {result}");
        Assert.Equal(before, found.Chain.State.Hash());
        Assert.Empty(found.Chain.Events.Records);
    }
}
