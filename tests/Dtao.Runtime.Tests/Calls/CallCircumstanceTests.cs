using Dtao.Runtime.Audit;
using Dtao.Runtime.Dispatch;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Every call in circumstances that its own checks do not ask for.</summary>
public class CallCircumstanceTests
{
    /// <summary>Calls that a later block changes, and the answer in the last one.</summary>
    private static readonly Dictionary<string, DispatchError> InTheLastBlock = new()
    {
        ["register"] = SubtensorError.InvalidWorkBlock,
        ["register for a later block"] = SubtensorError.InvalidWorkBlock,
        ["reveal_weights"] = SubtensorError.ExpiredWeightCommit,
        ["batch_reveal_weights"] = SubtensorError.ExpiredWeightCommit,
        ["batch_reveal_weights with unequal lists"] = SubtensorError.ExpiredWeightCommit,
        ["schedule_dissolve_network"] = SubtensorError.FailedToSchedule,
        ["schedule_swap_coldkey"] = SubtensorError.FailedToSchedule,
    };

    public static TheoryData<string> Names => [.. CallCases.All.Keys];

    public static TheoryData<string> OfSigners =>
    [
        .. CallCases.All.Values
            .Where(static item => item.WithoutFault().Origin.Signer is not null)
            .Select(static item => item.Name)
            .Where(static name => name != "schedule_swap_coldkey"),
    ];

    [Theory]
    [MemberData(nameof(OfSigners))]
    public void Who_waits_for_a_swap_may_do_everything_else_for_only_the_pool_would_object(
        string name)
    {
        CallCase item = CallCases.All[name];
        CallCase.Situation found = item.WithoutFault();
        found.Chain.Keys.MarkScheduled(new(found.Origin.Signer!.Value));

        DispatchResult result = found.Chain.DispatchAs(found.Origin, found.Call);

        Assert.True(result.Failure == item.Always, $"{name}: {result}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void In_the_last_block_there_can_be_a_call_has_an_answer_and_no_rao_is_lost(string name)
    {
        CallCase item = CallCases.All[name];
        CallCase.Situation found = item.WithoutFault();
        found.Chain.SetBlock(new(uint.MaxValue));
        Auditor auditor = new(found.Chain);

        DispatchResult result = found.Chain.DispatchAs(found.Origin, found.Call);
        auditor.CountAll();

        DispatchError? expected = InTheLastBlock.TryGetValue(name, out DispatchError late)
            ? late
            : item.Always;
        Assert.True(result.Failure == expected, $"{name}: {result}");
        Assert.All(
            auditor.Report.Statements,
            static statement => Assert.Equal(0, statement.Unexplained));
    }
}
