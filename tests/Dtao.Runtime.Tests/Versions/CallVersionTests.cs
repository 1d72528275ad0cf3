using System.Text;
using Dtao.Codec;
using Dtao.Runtime.Audit;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Tests.Calls;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Versions;

/// <summary>
/// The cases of the economy's calls in every version: what each changed, and nothing else.
/// </summary>
public class CallVersionTests
{
    private static readonly CallCase[] Cases =
    [
        .. CallCases.All.Values
            .Where(static item => item.Call.Pallet == "SubtensorModule")
            .OrderBy(static item => item.Name, StringComparer.Ordinal),
    ];

    public static TheoryData<int> Versions => [.. Specs.All.Select(static spec => spec.Version)];

    [Fact]
    public void Calls_differ_from_version_to_version_as_was_agreed()
    {
        StringBuilder text = new();
        Dictionary<string, string[]>? before = null;
        foreach (RuntimeSpec spec in Specs.All)
        {
            text.Append(spec.Version).Append('\n');
            Dictionary<string, string[]> after = Cases.ToDictionary(
                static item => item.Name, item => LinesOf(spec, item));
            foreach (string name in after.Keys.Where(_ => before is not null))
            {
                Append(text, name, '-', before![name].Except(after[name]));
                Append(text, name, '+', after[name].Except(before[name]));
            }

            before = after;
        }

        Golden.Matches("tests/Dtao.Runtime.Tests/Versions/calls.golden.txt", text.ToString());
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_rao_that_a_call_moves_is_accounted_for_in_every_version(int version)
    {
        foreach (CallCase item in Cases)
        {
            CallCase.Situation found = Build(Specs.Find(version)!, item, []);
            Auditor auditor = new(found.Chain);

            found.Chain.DispatchAs(found.Origin, found.Call);
            auditor.CountAll();

            Assert.All(
                auditor.Report.Statements,
                statement => Assert.True(statement.Unexplained == 0, item.Name));
        }
    }

    private static void Append(
        StringBuilder text, string name, char sign, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            text.Append($"  {sign} {name} {line}\n");
        }
    }

    private static CallCase.Situation Build(
        RuntimeSpec spec, CallCase item, HashSet<string> faults) =>
        ChainBuilder.InVersion(spec, () => item.Build(faults));

    /// <summary>What a case answers, tells, writes, and weighed.</summary>
    private static string[] LinesOf(RuntimeSpec spec, CallCase item)
    {
        List<string> lines = [];
        string[] faults = [.. item.Faults.Select(static fault => fault.Fault)];
        for (int first = 0; first < faults.Length; first++)
        {
            lines.Add($"with {faults[first]}: {Answer(spec, item, [faults[first]])}");
            lines.Add($"with {faults[first]} and more: {Answer(spec, item, [.. faults[first..]])}");
        }

        CallCase.Situation found = Build(spec, item, []);
        found.Chain.Events.IsKept = true;
        DispatchResult result = found.Chain.DispatchAs(found.Origin, found.Call);
        lines.Add($"{result}");
        if (!result.IsOk) return [.. lines];

        if (result.ActualWeight is { } weight) lines.Add($"weighs {weight.RefTime} ps");
        lines.AddRange(found.Chain.Events.Records.Select(TextOf));
        lines.AddRange(ChainBuilder.InVersion(spec, () => CallWrites.Of(item)));
        return [.. lines];
    }

    private static DispatchResult Answer(
        RuntimeSpec spec, CallCase item, HashSet<string> faults)
    {
        CallCase.Situation found = Build(spec, item, faults);
        return found.Chain.DispatchAs(found.Origin, found.Call);
    }

    private static string TextOf(EventRecord record)
    {
        ScaleWriter to = new();
        record.Event.EncodeFields(to);
        return $"tells {record.Event.GetType().Name} "
            + CallWrites.BytesText(to.ToArray());
    }
}
