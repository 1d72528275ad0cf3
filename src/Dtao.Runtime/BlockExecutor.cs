using Dtao.Numerics;

namespace Dtao.Runtime;

/// <summary>Brings a chain from one block to the next.</summary>
/// <remarks>Source: docs/spec/block-step.md.</remarks>
public static class BlockExecutor
{
    /// <summary>Opens the next block and runs the economy's step; calls come afterwards.</summary>
    public static void RunBlock(Chain chain)
    {
        chain.State.BeginBlock();
        chain.Events.BeginBlock();
        chain.SetBlock(new BlockNumber(chain.Block.Value + 1));
        BlockStep.Run(chain);
        chain.Schedule.Service(chain);
    }
}
