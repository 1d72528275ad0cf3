using System.Collections.Immutable;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Audit;

/// <summary>The rules of all causes, in their order.</summary>
/// <remarks>Source: docs/spec/audit.md#causes.</remarks>
public static class FlowRules
{
    /// <summary>All rules; the place of a rule is the number of its cause.</summary>
    public static ImmutableArray<FlowRule> All { get; } =
    [
        .. TaoRules.All
            .Concat(AlphaRules.All)
            .Concat(EmissionRuleFlows.All)
            .OrderBy(static rule => rule.Cause),
    ];

    /// <summary>The rule of a cause.</summary>
    public static FlowRule Of(FlowCause cause) => All[(int)cause];

    internal static FlowRule Tao(
        FlowCause cause, FlowKind kind, string text, params ImmutableArray<Posting> postings) =>
        new()
        {
            Cause = cause,
            Kind = kind,
            Unit = FlowUnit.Tao,
            Text = text,
            Postings = postings,
        };

    internal static FlowRule Alpha(
        FlowCause cause, FlowKind kind, string text, params ImmutableArray<Posting> postings) =>
        Tao(cause, kind, text, postings) with { Unit = FlowUnit.Alpha };
}
