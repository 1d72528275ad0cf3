using Dtao.Runtime;

namespace Dtao.Fuzz.Steps;

/// <summary>Where the steps of a run come from: drawn now, or recorded before.</summary>
public interface IStepSource
{
    /// <summary>The version to change to before a block; null when it stays.</summary>
    UpgradeStep? UpgradeBefore(int block, Chain chain);

    /// <summary>The next call of a block; null when the block has no more.</summary>
    /// <param name="block">Block, counted from the start of the run.</param>
    /// <param name="call">Number of the call within the block.</param>
    /// <param name="chain">The chain as it is now.</param>
    CallStep? Call(int block, int call, Chain chain);
}
