using System.Collections.Immutable;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Audit;

/// <summary>What a cause does to the books, and how it is called.</summary>
/// <remarks>Source: docs/spec/audit.md#causes.</remarks>
public sealed record FlowRule
{
    /// <summary>The cause.</summary>
    public required FlowCause Cause { get; init; }

    /// <summary>What it is to the books.</summary>
    public required FlowKind Kind { get; init; }

    /// <summary>What its rao are rao of.</summary>
    public required FlowUnit Unit { get; init; }

    /// <summary>What happened, in a few words.</summary>
    public required string Text { get; init; }

    internal ImmutableArray<Posting> Postings { get; init; } = [];
}
