using Dtao.Runtime.Audit;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>What a call that succeeds tells, and that it neither makes nor loses a rao.</summary>
public class CallProofTests
{
    private static readonly IReadOnlyDictionary<string, CallCase> Cases = CallCases.All;

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_call_tells_what_the_chain_tells_in_its_order(string name)
    {
        CallCase.Situation found = Cases[name].WithoutFault();
        found.Chain.Events.IsKept = true;

        found.Chain.DispatchAs(found.Origin, found.Call);

        Told.Same(name, Cases[name].Tells, found.Chain);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rao_that_a_call_moves_is_accounted_for(string name)
    {
        CallCase.Situation found = Cases[name].WithoutFault();
        Auditor auditor = new(found.Chain);

        found.Chain.DispatchAs(found.Origin, found.Call);
        auditor.CountAll();

        Assert.All(
            auditor.Report.Statements,
            static statement => Assert.Equal(0, statement.Unexplained));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Whether_somebody_listens_changes_nothing(string name)
    {
        CallCase.Situation found = Cases[name].WithoutFault();
        Chain silent = found.Chain.Branch();
        found.Chain.Events.IsKept = true;

        found.Chain.DispatchAs(found.Origin, found.Call);
        silent.DispatchAs(found.Origin, found.Call);

        Assert.Equal(silent.State.Hash(), found.Chain.State.Hash());
        Assert.Empty(silent.Events.Records);
    }
}
