using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Markets;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Numerics;

namespace Dtao.Lab.Reports.Network;

/// <summary>Something that happened in a run; its place in the list marks it in all charts.
/// </summary>
/// <param name="Block">When.</param>
/// <param name="What">What.</param>
/// <param name="Status">How well the block is known; null for what agents did.</param>
/// <param name="From">Where the block is from.</param>
internal sealed record Happening(BlockNumber Block, Text What, ValueStatus? Status, Text From)
{
    /// <summary>It is something that an agent announced.</summary>
    public bool IsAnnouncement => Status is null;

    /// <summary>The events of a run and what its agents announced, in order of time.</summary>
    public static ImmutableArray<Happening> Of(RunResult result)
    {
        IEnumerable<Happening> events = result.Events.Select(static one => new Happening(
            one.Block, Text.Phrase(one.Text), one.Status, Text.Phrase(one.Note)));
        IEnumerable<Happening> notices = result.Notices
            .DistinctBy(static notice => (notice.Subnet, notice.Program))
            .Select(static notice => new Happening(
                new(notice.Block), TextOf(notice), Status: null, Text.Key("events.agents")));
        return [.. events.Concat(notices).OrderBy(static one => one.Block.Value)];
    }

    private static Text TextOf(Notice notice) => Text.Key(
        "path.announced", Text.Name(notice.Program), Text.Verbatim($"SN{notice.Subnet.Value}"));
}
