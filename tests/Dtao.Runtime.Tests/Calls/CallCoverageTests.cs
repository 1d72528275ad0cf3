using System.Text.Json;
using System.Text.RegularExpressions;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Tests.Blocks;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Nothing of the chain's calls, errors and events is without a case.</summary>
public partial class CallCoverageTests
{
    private static readonly IReadOnlyList<CallCase> Cases = [.. CallCases.All.Values];

    private static readonly DispatchError[] Caused =
    [
        .. Cases.SelectMany(static item => item.Faults).Select(static fault => fault.Error),
        .. Cases.Select(static item => item.Always).OfType<DispatchError>(),
    ];

    [Fact]
    public void Every_call_of_the_table_has_a_case()
    {
        HashSet<CallIndex> covered = [.. Cases.Select(static item => item.Call.Index)];

        Assert.Empty(CallTable.All
            .Where(call => !covered.Contains(call.Index))
            .Select(static call => $"{call.Pallet}.{call.Name}"));
    }

    [Fact]
    public void Every_error_is_caused_by_a_case_or_out_of_reach_for_a_reason()
    {
        HashSet<string> caused = [.. Caused.Select(NameOf)];
        string[] all = [.. Enums().SelectMany(static type =>
            Enum.GetNames(type).Select(name => $"{type.Name}.{name}"))];

        Assert.Equal(
            all.Except(caused).Order(),
            OutOfReach.NeverRaised.Keys.Concat(OutOfReach.Guarded.Keys).Order());
    }

    [Fact]
    public void Nothing_raises_what_is_said_never_to_be_raised()
    {
        string source = string.Concat(Directory
            .EnumerateFiles(
                RepositoryRoot.Combine("src", "Dtao.Runtime"), "*.cs",
                SearchOption.AllDirectories)
            .Select(File.ReadAllText));
        HashSet<string> raised = [.. Raised().Matches(source).Select(static x => x.Value)];

        Assert.Empty(raised.Intersect(OutOfReach.NeverRaised.Keys));
        Assert.Empty(OutOfReach.Guarded.Keys.Except(raised));
    }

    [Fact]
    public void Every_error_that_the_specification_names_for_a_call_has_a_case()
    {
        HashSet<string> covered =
        [
            .. Cases.SelectMany(static item => item.Faults.Select(
                fault => $"{fault.Error} by {item.Call.Name}")),
            .. Cases.Where(static item => item.Always is not null).Select(
                static item => $"{item.Always} by {item.Call.Name}"),
            .. OfSetting(CallItemTests.OfItems, "batch_set_weights items"),
            .. OfSetting(CallItemTests.OfReveals, "reveals"),
        ];

        Assert.Equal(Named().Except(covered).Order(), OutOfReach.Pairs.Keys.Order());
    }

    [Fact]
    public void Every_event_is_told_by_a_case_or_by_a_block()
    {
        HashSet<Type> told =
        [
            .. Cases.SelectMany(static item => item.Tells)
                .Concat(BlockEventCases.All.SelectMany(static item => item.Tells))
                .Select(static happened => happened.GetType()),
        ];
        IEnumerable<Type> all = typeof(IChainEvent).Assembly.GetTypes().Where(static type =>
            type is { IsAbstract: false, IsInterface: false }
            && type.IsAssignableTo(typeof(IChainEvent)));

        Assert.Equal(
            all.Except(told).Select(static type => type.Name).Order(),
            OutOfReach.Events.Keys.Order());
    }

    private static IEnumerable<Type> Enums() => typeof(DispatchError).Assembly.GetTypes()
        .Where(static type =>
            type.IsEnum && type.Name.EndsWith("Error", StringComparison.Ordinal));

    private static string NameOf(DispatchError error)
    {
        if (error.Kind != DispatchErrorKind.Module) return $"{error.Kind}Error.{error}";
        JsonProperty pallet = ClientVectors.ReadWire("errors").GetProperty("pallets")
            .EnumerateObject().Single(x =>
                x.Value.GetProperty("pallet_index").GetByte() == error.Pallet);
        string name = pallet.Name == "SubtensorModule" ? "Subtensor" : pallet.Name;
        return $"{name}Error.{error}";
    }

    private static IEnumerable<string> OfSetting(TheoryData<string> faults, string by)
    {
        HashSet<string> names = [.. faults.Select(static row => row.Data)];
        return CallCases.All["set_weights"].Faults
            .Where(fault => names.Contains(fault.Fault))
            .Select(fault => $"{fault.Error} by {by}");
    }

    private static IEnumerable<string> Named()
    {
        JsonElement pallet = ClientVectors.ReadWire("errors").GetProperty("pallets")
            .GetProperty("SubtensorModule");
        return pallet.GetProperty("errors").EnumerateArray().SelectMany(static error =>
            error.GetProperty("raised_by").EnumerateArray().Select(by =>
                $"{error.GetProperty("name").GetString()} by {by.GetString()}"
                    .Replace("AdminUtils.", "", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"\b[A-Z]\w*Error\.\w+")]
    private static partial Regex Raised();
}
