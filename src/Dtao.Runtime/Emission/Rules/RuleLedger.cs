using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>What the emission rules of later releases remember.</summary>
/// <remarks>
/// Empty, and never written, while the version's own coinbase is in force.
/// Source: docs/spec/rules.md#state.
/// </remarks>
public sealed partial class RuleLedger
{
    /// <summary>First block in which a subnet emits; null when it was not started.</summary>
    public BlockNumber? FirstBlock(NetUid subnet) =>
        _firstBlock[subnet] is { } block ? new BlockNumber(block) : null;

    /// <summary>Age at which a moving price follows at half its speed. Unit: blocks.</summary>
    public ulong HalvingBlocks(NetUid subnet) => _halvingBlocks[subnet];

    /// <summary>The subnet's alpha is traded, as later releases ask before they emit.</summary>
    public bool IsTraded(NetUid subnet) => _subtoken[subnet];

    /// <summary>Alpha that waits for root's stakers.</summary>
    public Alpha PendingRootAlpha(NetUid subnet) => _rootAlpha[subnet];

    /// <summary>Alpha that waits for miners.</summary>
    public Alpha PendingServers(NetUid subnet) => _servers[subnet];

    /// <summary>Alpha that waits for validators and their stakers.</summary>
    public Alpha PendingValidators(NetUid subnet) => _validators[subnet];

    /// <summary>
    /// TAO that users staked less what they unstaked since it was last read. Unit: rao.
    /// </summary>
    public long TaoFlow(NetUid subnet) => _taoFlow[subnet];

    /// <summary>Moving average of the users' flow; null before there is one.</summary>
    public FlowAverage? AverageTaoFlow(NetUid subnet) => _taoAverage[subnet];

    /// <summary>
    /// TAO that the chain put into the pool less what root took out of it. Unit: rao.
    /// </summary>
    public long ProtocolFlow(NetUid subnet) => _protocolFlow[subnet];

    /// <summary>Moving average of the chain's own flow; null before there is one.</summary>
    public FlowAverage? AverageProtocolFlow(NetUid subnet) => _protocolAverage[subnet];

    /// <summary>Flows below this give no share. Unit: rao per block.</summary>
    public I64F64 FlowCutoff => _cutoff.Value;

    /// <summary>Power to which flows are raised.</summary>
    public U64F64 FlowExponent => _exponent.Value;

    /// <summary>Smoothing factor of the flows per block, in units of 1/(2^63-1).</summary>
    public ulong FlowSmoothing => _smoothing.Value;

    /// <summary>The chain's own flow is taken off the users'.</summary>
    public bool NetsFlows => _netFlow.Value;

    /// <summary>The subnet may have a share of the block's TAO.</summary>
    public bool MayEmit(NetUid subnet) => _emits[subnet];

    /// <summary>The subnet's owner has a cut.</summary>
    public bool HasOwnerCut(NetUid subnet) => _cutEnabled[subnet];

    /// <summary>TAO for which the chain bought alpha in the last block.</summary>
    public Tao ExcessTao(NetUid subnet) => _excess[subnet];

    /// <summary>TAO for which root's alpha was sold in the last block.</summary>
    public Tao RootSales(NetUid subnet) => _rootSales[subnet];

    /// <summary>Alpha that the chain bought and keeps.</summary>
    public Alpha ProtocolAlpha(NetUid subnet) => _protocolAlpha[subnet];

    /// <summary>Part of the miners' alpha that went to the owner at the last epoch.</summary>
    public U96F32 MinerBurned(NetUid subnet) => _burned[subnet];

    /// <summary>Alpha of the lowest subnets that waits for root.</summary>
    internal ReadOnlySpan<Alpha> AllPendingRootAlpha => _rootAlpha.Values;

    /// <summary>Alpha of the lowest subnets that waits for miners.</summary>
    internal ReadOnlySpan<Alpha> AllPendingServers => _servers.Values;

    /// <summary>Alpha of the lowest subnets that waits for validators.</summary>
    internal ReadOnlySpan<Alpha> AllPendingValidators => _validators.Values;

    /// <summary>Alpha of the lowest subnets that the chain keeps.</summary>
    internal ReadOnlySpan<Alpha> AllProtocolAlpha => _protocolAlpha.Values;

    /// <summary>Allows or forbids a subnet a share of the block's TAO.</summary>
    public void SetMayEmit(NetUid subnet, bool mayEmit) => _emits[subnet] = mayEmit;

    /// <summary>Sets whether the chain's own flow is taken off the users'.</summary>
    public void SetNetsFlows(bool nets) => _netFlow.Value = nets;

    /// <summary>Sets the power to which flows are raised.</summary>
    public void SetFlowExponent(U64F64 exponent) => _exponent.Value = exponent;

    /// <summary>Sets the age at which a moving price follows at half its speed.</summary>
    /// <param name="subnet">Whose price.</param>
    /// <param name="blocks">The age in blocks.</param>
    public void SetHalvingBlocks(NetUid subnet, ulong blocks) => _halvingBlocks[subnet] = blocks;

    /// <summary>Starts a subnet: it emits from a block on.</summary>
    internal void Start(NetUid subnet, BlockNumber first)
    {
        if (!_firstBlock.Contains(subnet)) _firstBlock[subnet] = first.Value;
        _subtoken[subnet] = true;
    }

    /// <summary>Starts the age of a subnet anew, as the upgrade to 257 did.</summary>
    internal void Restart(NetUid subnet, BlockNumber first) => _firstBlock[subnet] = first.Value;

    /// <summary>Adds to the flow of the users.</summary>
    internal void CountTaoFlow(NetUid subnet, Int128 change) =>
        _taoFlow[subnet] = Saturating(_taoFlow[subnet], change);

    /// <summary>Adds to the flow of the chain itself.</summary>
    internal void CountProtocolFlow(NetUid subnet, Int128 change) =>
        _protocolFlow[subnet] = Saturating(_protocolFlow[subnet], change);

    /// <summary>Remembers the average of the users' flow.</summary>
    internal void SetAverage(NetUid subnet, FlowAverage average) => _taoAverage[subnet] = average;

    /// <summary>Remembers the average of the chain's own flow.</summary>
    internal void SetProtocolAverage(NetUid subnet, FlowAverage average) =>
        _protocolAverage[subnet] = average;

    /// <summary>The users' flow was read.</summary>
    internal void ForgetTaoFlow(NetUid subnet) => _taoFlow.Remove(subnet);

    /// <summary>The chain's own flow was read.</summary>
    internal void ForgetProtocolFlow(NetUid subnet) => _protocolFlow.Remove(subnet);

    /// <summary>Remembers for how much TAO alpha was bought.</summary>
    internal void SetExcess(NetUid subnet, Tao amount) => _excess[subnet] = amount;

    /// <summary>Keeps alpha that the chain bought.</summary>
    internal void KeepProtocolAlpha(NetUid subnet, Alpha bought)
    {
        _protocolAlpha[subnet] = _protocolAlpha[subnet].SaturatingAdd(bought);
        _flows.Note(FlowCause.ProtocolAlphaKept, subnet, bought);
    }

    /// <summary>Forgets the sales of the last block.</summary>
    internal void ForgetRootSales() => _rootSales.Clear();

    /// <summary>Counts a sale for root.</summary>
    internal void CountRootSale(NetUid subnet, Tao received) =>
        _rootSales[subnet] = _rootSales[subnet].SaturatingAdd(received);

    /// <summary>Adds to root's waiting alpha.</summary>
    internal void AwaitRootAlpha(NetUid subnet, Alpha amount)
    {
        _rootAlpha[subnet] = _rootAlpha[subnet].SaturatingAdd(amount);
        _flows.Note(FlowCause.RootAlphaAwaited, subnet, amount);
    }

    /// <summary>Adds to what waits for miners and for validators.</summary>
    internal void Await(NetUid subnet, Alpha servers, Alpha validators)
    {
        _servers[subnet] = _servers[subnet].SaturatingAdd(servers);
        _validators[subnet] = _validators[subnet].SaturatingAdd(validators);
        _flows.Note(FlowCause.ServersAwaited, subnet, servers);
        _flows.Note(FlowCause.ValidatorsAwaited, subnet, validators);
    }

    /// <summary>Takes everything that waits, for an epoch.</summary>
    internal RulePending TakePending(NetUid subnet)
    {
        RulePending pending = new(_rootAlpha[subnet], _servers[subnet], _validators[subnet]);
        if (pending.IsNothing) return pending;
        _flows.Note(FlowCause.RootAlphaDue, subnet, pending.Root);
        _flows.Note(FlowCause.ServersDue, subnet, pending.Servers);
        _flows.Note(FlowCause.ValidatorsDue, subnet, pending.Validators);
        _rootAlpha[subnet] = Alpha.Zero;
        _servers[subnet] = Alpha.Zero;
        _validators[subnet] = Alpha.Zero;
        return pending;
    }

    /// <summary>Remembers root's share of a subnet.</summary>
    internal void SetRootShare(NetUid subnet, U96F32 share) => _rootShare[subnet] = share;

    /// <summary>Remembers which part of the miners' alpha went to the owner.</summary>
    internal void SetMinerBurned(NetUid subnet, U96F32 part) => _burned[subnet] = part;

    /// <summary>
    /// Forgets flows, start and settings of a subnet that ends; alpha stays where it is.
    /// </summary>
    internal void Close(NetUid subnet)
    {
        _firstBlock.Remove(subnet);
        _subtoken.Remove(subnet);
        _halvingBlocks.Remove(subnet);
        _taoFlow.Remove(subnet);
        _taoAverage.Remove(subnet);
        _protocolFlow.Remove(subnet);
        _protocolAverage.Remove(subnet);
        _emits.Remove(subnet);
        _cutEnabled.Remove(subnet);
        _burned.Remove(subnet);
        _rootShare.Remove(subnet);
    }

    private static long Saturating(long value, Int128 change) =>
        (long)Int128.Clamp(value + change, long.MinValue, long.MaxValue);
}
