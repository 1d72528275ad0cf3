using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Weights;

/// <summary>How batches tell of their items: a failing item does not stop the others.</summary>
/// <remarks>Source: docs/spec/weights.md#batches.</remarks>
internal static class WeightBatch
{
    /// <summary>Runs the items, then tells first of failures and at last of completion.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="hotkey">Whose batch.</param>
    /// <param name="subnets">Subnets as they were passed.</param>
    /// <param name="run">Runs an item; a failing one has written nothing.</param>
    public static DispatchResult Run(
        Chain chain, Hotkey hotkey, NetUid[] subnets, Func<int, DispatchResult> run)
    {
        List<DispatchError> failures = [];
        for (int index = 0; index < subnets.Length; index++)
        {
            if (run(index).Failure is { } failure) failures.Add(failure);
        }

        if (failures.Count > 0) chain.Events.Deposit(new BatchCompletedWithErrors());
        foreach (DispatchError failure in failures)
        {
            chain.Events.Deposit(new BatchWeightItemFailed(failure));
        }

        chain.Events.Deposit(new BatchWeightsCompleted(subnets, hotkey));
        return DispatchResult.Ok;
    }
}
