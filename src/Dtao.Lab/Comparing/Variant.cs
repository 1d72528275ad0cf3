using Dtao.Lab.Plans;
using Dtao.Lab.Runs;

namespace Dtao.Lab.Comparing;

/// <summary>What a run would have been under another rule.</summary>
/// <param name="Rules">The rule.</param>
/// <param name="Replayed">The same calls in the same blocks; nobody reacts.</param>
/// <param name="Applied">Calls of the replay that were applied.</param>
/// <param name="Failed">Calls of the replay that failed, because the state was another.</param>
/// <param name="Lived">Everybody acts by the own will and reacts to the rule.</param>
public sealed record Variant(
    RuleSchedule Rules, RunResult Replayed, int Applied, int Failed, RunResult Lived);
