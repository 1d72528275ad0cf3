using Dtao.Numerics;

namespace Dtao.Runtime.Weights;

/// <summary>When committed weights can be revealed.</summary>
/// <remarks>
/// Everything follows from the tempo and the period at the time of asking: changing them moves
/// the windows of commits under way. Source: docs/spec/weights.md#windows;
/// vectors: vectors/examples/consensus.json.gz (weights).
/// </remarks>
/// <param name="Subnet">The subnet.</param>
/// <param name="Tempo">Its tempo.</param>
/// <param name="Period">Epochs between commit and reveal.</param>
public readonly record struct RevealWindow(NetUid Subnet, ushort Tempo, ulong Period)
{
    /// <summary>The window of a subnet as its settings stand now.</summary>
    internal static RevealWindow Of(Chain chain, NetUid subnet) =>
        new(subnet, chain.Subnets.Tempo(subnet), chain.Weights.RevealPeriod(subnet));

    /// <summary>Number of the interval between two epochs in which a block lies.</summary>
    public ulong EpochOf(ulong block) =>
        SaturatingAdd(block, Subnet.Value + 1UL) / (Tempo + 1UL);

    /// <summary>A commit can be revealed now.</summary>
    /// <param name="commitBlock">Block of the commit.</param>
    /// <param name="now">Present block.</param>
    public bool IsOpen(ulong commitBlock, BlockNumber now) =>
        EpochOf(now.Value) == RevealEpoch(commitBlock);

    /// <summary>A commit can be revealed no more.</summary>
    /// <param name="commitBlock">Block of the commit.</param>
    /// <param name="now">Present block.</param>
    public bool IsOver(ulong commitBlock, BlockNumber now) =>
        EpochOf(now.Value) > RevealEpoch(commitBlock);

    /// <summary>First and last block in which a commit can be revealed.</summary>
    /// <param name="commitBlock">Block of the commit.</param>
    public (ulong First, ulong Last) BlocksOf(ulong commitBlock)
    {
        UInt128 start = (UInt128)RevealEpoch(commitBlock) * (Tempo + 1UL);
        ulong bounded = start > ulong.MaxValue ? ulong.MaxValue : (ulong)start;
        ulong shift = Subnet.Value + 1UL;
        ulong first = bounded > shift ? bounded - shift : 0;
        return (first, SaturatingAdd(first, Tempo));
    }

    private ulong RevealEpoch(ulong commitBlock) => SaturatingAdd(EpochOf(commitBlock), Period);

    private static ulong SaturatingAdd(ulong left, ulong right) =>
        unchecked(left + right) < left ? ulong.MaxValue : unchecked(left + right);
}
