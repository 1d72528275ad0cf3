using Dtao.Runtime;

namespace Dtao.Fuzz.Steps;

/// <summary>Steps that were recorded, or a part of them.</summary>
public sealed class RecordedSteps : IStepSource
{
    private readonly Dictionary<int, UpgradeStep> _upgrades = [];
    private readonly Dictionary<int, List<CallStep>> _calls = [];

    /// <summary>These steps in this order.</summary>
    public RecordedSteps(IEnumerable<TimedStep> steps)
    {
        foreach (TimedStep step in steps)
        {
            if (step.Step is UpgradeStep upgrade) _upgrades[step.Block] = upgrade;
            if (step.Step is not CallStep call) continue;
            if (!_calls.TryGetValue(step.Block, out List<CallStep>? calls))
            {
                _calls.Add(step.Block, calls = []);
            }

            calls.Add(call);
        }
    }

    /// <inheritdoc/>
    public UpgradeStep? UpgradeBefore(int block, Chain chain) =>
        _upgrades.GetValueOrDefault(block);

    /// <inheritdoc/>
    public CallStep? Call(int block, int call, Chain chain) =>
        _calls.TryGetValue(block, out List<CallStep>? calls) && call < calls.Count
            ? calls[call]
            : null;
}
