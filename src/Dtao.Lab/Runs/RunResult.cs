using System.Collections.Immutable;
using Dtao.Lab.Agents;
using Dtao.Lab.Datasets;
using Dtao.Lab.Events;
using Dtao.Lab.Markets;
using Dtao.Lab.Measures;
using Dtao.Lab.Plans;
using Dtao.Numerics;
using Dtao.Runtime.Audit;

namespace Dtao.Lab.Runs;

/// <summary>What a run saw, from its first state to its last.</summary>
/// <param name="Point">What was asked.</param>
/// <param name="Samples">In order of time; the first is the state before the run.</param>
/// <param name="SampleStep">Blocks between two samples.</param>
/// <param name="RootWeight">Weight of one TAO on root beside one alpha.</param>
/// <param name="Events">What happened on the way, in order of time.</param>
/// <param name="Validators">The validators, in the order of their uids.</param>
/// <param name="FirstStateHash">
/// Hash of the state before the run; null when the point leaves it out.
/// </param>
/// <param name="LastStateHash">Hash of the state after the last block.</param>
/// <param name="RowsSet">Weight rows that validators set.</param>
/// <param name="TurnsWithoutPermit">Turns at which a validator had no permit.</param>
public sealed record RunResult(
    Point Point,
    ImmutableArray<NetworkSample> Samples,
    ulong SampleStep,
    I96F32 RootWeight,
    ImmutableArray<DatedEvent> Events,
    ImmutableArray<ValidatorStanding> Validators,
    string? FirstStateHash,
    string LastStateHash,
    int RowsSet,
    int TurnsWithoutPermit)
{
    /// <summary>Where every rao went; null when the run was not audited.</summary>
    public AuditReport? Audit { get; init; }

    /// <summary>Price paths of the watched subnets.</summary>
    public ImmutableArray<WatchedPath> Paths { get; init; } = [];

    /// <summary>TAO that the chain spent on each subnet.</summary>
    public ImmutableArray<SubnetEmission> Emissions { get; init; } = [];

    /// <summary>What was announced on the way, oldest first.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];

    /// <summary>The agents' calls; null when nobody trades.</summary>
    public CallTally? Calls { get; init; }

    /// <summary>The measures of the scenario.</summary>
    public ImmutableArray<Finding> Findings =>
    [
        .. (Point.Scenario.Plan?.Measures ?? []).Select(FindingOf),
    ];

    /// <summary>What each group of agents put in, took out and holds at the end.</summary>
    public ImmutableArray<GroupAccount> Accounts { get; init; } = [];

    /// <summary>Block in which a program was first announced for a subnet; or null.</summary>
    public ulong? Announced(NetUid subnet, string program) =>
        NoticeOf(subnet, program)?.Block;

    /// <summary>The first notice about a subnet whose program's name begins so; null for none.
    /// </summary>
    public Notice? NoticeOf(NetUid subnet, string program) => Notices
        .FirstOrDefault(notice => notice.Subnet == subnet
            && notice.Program.StartsWith(program, StringComparison.Ordinal));

    /// <summary>The state before the run.</summary>
    public NetworkSample First => Samples[0];

    /// <summary>The state after the last block.</summary>
    public NetworkSample Last => Samples[^1];

    /// <summary>Blocks since the start of the run.</summary>
    public ulong AgeOf(BlockNumber block) => block.Value - Point.Scenario.Start.Value;

    /// <summary>The sample at the end of a whole day; null beyond the run.</summary>
    public NetworkSample? AtDay(ulong day)
    {
        ulong block = Point.Scenario.Start.Value + (day * BlockClock.BlocksPerDay);
        return Samples.FirstOrDefault(sample => sample.Block.Value == block);
    }

    private Finding FindingOf(MeasurePlan planned)
    {
        decimal? value = ValueOf(planned);
        string about = planned.Named.Length > 0 ? $" ({planned.Named})" : string.Empty;
        return new(
            planned.Measure.Help + about, planned.Subnet, value, planned.Measure.Unit,
            planned.Least, planned.Most, planned.Because)
        {
            Named = planned.Named,
        };
    }

    private decimal? ValueOf(MeasurePlan planned)
    {
        try
        {
            return planned.Measure.FindNamed is { } find
                ? find(this, planned.Named)
                : planned.Measure.Find(this, new(planned.Subnet));
        }
        catch (Exception problem)
        {
            throw new RunFaultException($"the measure '{planned.Measure.Name}'", problem);
        }
    }
}
