using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Emission;

/// <summary>
/// Pending amounts, the last block's emission, and who was paid at the last epoch.
/// </summary>
/// <remarks>Source: docs/spec/emission.md.</remarks>
public sealed partial class EmissionLedger
{
    /// <summary>Share of the alpha emission that goes to owners, as a fraction.</summary>
    public I96F32 OwnerCut => Staking.Take.Of(_ownerCutShare.Value);

    /// <summary>Result of the newest curve evaluation, TAO or alpha. Unit: rao.</summary>
    public ulong NewestCurveValue => _blockEmission.Value;

    /// <summary>TAO injected into the pool in the last block.</summary>
    public Tao TaoIn(NetUid subnet) => _taoIn[subnet];

    /// <summary>Alpha injected into the pool in the last block.</summary>
    public Alpha AlphaIn(NetUid subnet) => _alphaIn[subnet];

    /// <summary>Alpha minted for participants in the last block.</summary>
    public Alpha AlphaOut(NetUid subnet) => _alphaOut[subnet];

    /// <summary>Alpha that waits for the next epoch.</summary>
    public Alpha PendingAlpha(NetUid subnet) => _pendingAlpha[subnet];

    /// <summary>TAO from the sold root share that waits for the next epoch.</summary>
    public Tao PendingRootDividends(NetUid subnet) => _pendingRootDividends[subnet];

    /// <summary>Alpha sold for the waiting root dividends.</summary>
    public Alpha PendingAlphaSwapped(NetUid subnet) => _pendingAlphaSwapped[subnet];

    /// <summary>Alpha that waits for the subnet owner.</summary>
    public Alpha PendingOwnerCut(NetUid subnet) => _pendingOwnerCut[subnet];

    /// <summary>Emission of each subnet before dTAO; legacy. Unit: rao per block.</summary>
    public ulong LegacyEmission(NetUid subnet) => _emissionValues[subnet];

    /// <summary>Evaluates the curve, which overwrites the newest value where it differs.</summary>
    internal ulong EvaluateCurve(ulong issuance)
    {
        ulong emission = BlockEmission.At(issuance);

        // Upstream: full issuance answers without touching the stored value.
        if (issuance < BlockEmission.TotalSupply && _blockEmission.Value != emission)
        {
            _blockEmission.Value = emission;
        }

        return emission;
    }

    /// <summary>Remembers what was injected in this block.</summary>
    internal void RecordInjection(NetUid subnet, Tao taoIn, Alpha alphaIn, Alpha alphaOut)
    {
        _alphaIn[subnet] = alphaIn;
        _alphaOut[subnet] = alphaOut;
        _taoIn[subnet] = taoIn;
    }

    /// <summary>Remembers what was injected in this block.</summary>
    internal void RecordInjection(NetUid subnet, Tao taoIn, Alpha alphaIn)
    {
        _alphaIn[subnet] = alphaIn;
        _taoIn[subnet] = taoIn;
    }

    /// <summary>Remembers what was minted in this block.</summary>
    internal void RecordMinting(NetUid subnet, Alpha alphaOut) => _alphaOut[subnet] = alphaOut;

    /// <summary>Adds to the owner's waiting part.</summary>
    internal void AwaitOwnerCut(NetUid subnet, Alpha cut)
    {
        _pendingOwnerCut[subnet] = _pendingOwnerCut[subnet].SaturatingAdd(cut);
        _flows.Note(FlowCause.OwnerCutAwaited, subnet, cut);
    }

    /// <summary>Adds to what waits for the next epoch.</summary>
    internal void Await(NetUid subnet, Alpha participants, Alpha soldForRoot, Tao rootDividends)
    {
        _pendingAlphaSwapped[subnet] = _pendingAlphaSwapped[subnet].SaturatingAdd(soldForRoot);
        _pendingAlpha[subnet] = _pendingAlpha[subnet].SaturatingAdd(participants);
        Tao waiting = _pendingRootDividends[subnet];
        _pendingRootDividends[subnet] = waiting.SaturatingAdd(rootDividends);
        _flows.NoteCeiling(
            FlowCause.RootDividendsCeiling, subnet, waiting.Rao, rootDividends.Rao);
        _flows.Note(FlowCause.OfferedAwaited, subnet, soldForRoot);
        _flows.Note(FlowCause.ParticipantsAwaited, subnet, participants);
        _flows.Note(FlowCause.RootDividendsAwaited, subnet, rootDividends);
    }

    /// <summary>Adds to what waits, where root's part counts as sold but brought nothing.</summary>
    internal void AwaitUnsold(NetUid subnet, Alpha participants, Alpha unsold)
    {
        _pendingAlphaSwapped[subnet] = _pendingAlphaSwapped[subnet].SaturatingAdd(unsold);
        _flows.Note(FlowCause.OfferedAwaited, subnet, unsold);
        Await(subnet, participants);
    }

    /// <summary>Adds to what waits for participants, root left out.</summary>
    internal void Await(NetUid subnet, Alpha participants)
    {
        _pendingAlpha[subnet] = _pendingAlpha[subnet].SaturatingAdd(participants);
        _flows.Note(FlowCause.ParticipantsAwaited, subnet, participants);
    }

    /// <summary>Takes everything that waits, for the epoch of this block.</summary>
    internal PendingEmission TakePending(NetUid subnet, BlockNumber now)
    {
        _blocksSinceEpoch[subnet] = 0;
        _lastEpochBlock[subnet] = now;
        PendingEmission pending = new(
            _pendingAlpha[subnet],
            _pendingRootDividends[subnet],
            _pendingAlphaSwapped[subnet],
            _pendingOwnerCut[subnet]);
        _flows.Note(FlowCause.ParticipantsDue, subnet, pending.Participants);
        _flows.Note(FlowCause.RootDividendsDue, subnet, pending.RootDividends);
        _flows.Note(FlowCause.OfferedDue, subnet, pending.SoldForRoot);
        _flows.Note(FlowCause.OwnerCutDue, subnet, pending.OwnerCut);
        _pendingAlpha[subnet] = Alpha.Zero;
        _pendingRootDividends[subnet] = Tao.Zero;
        _pendingAlphaSwapped[subnet] = Alpha.Zero;
        _pendingOwnerCut[subnet] = Alpha.Zero;
        return pending;
    }

    /// <summary>Counts a block without epoch.</summary>
    internal void CountBlock(NetUid subnet)
    {
        ulong blocks = _blocksSinceEpoch[subnet];
        _blocksSinceEpoch[subnet] = blocks == ulong.MaxValue ? blocks : blocks + 1;
    }

    /// <summary>Remembers the alpha paid to the nominators of each hotkey at this epoch.</summary>
    internal void RecordAlphaDividends(
        NetUid subnet, ReadOnlySpan<Hotkey> hotkeys, ReadOnlySpan<Alpha> amounts) =>
        _alphaDividends.ReplaceSubnet(subnet, hotkeys, amounts);

    /// <summary>Remembers the TAO paid to the root pool of each hotkey at this epoch.</summary>
    internal void RecordTaoDividends(
        NetUid subnet, ReadOnlySpan<Hotkey> hotkeys, ReadOnlySpan<Tao> amounts) =>
        _taoDividends.ReplaceSubnet(subnet, hotkeys, amounts);

    /// <summary>Sets the share that goes to owners, in units of 1/65535.</summary>
    internal void SetOwnerCut(ushort share) => _ownerCutShare.Value = share;

    /// <summary>Sets the emission of before dTAO, for genesis.</summary>
    internal void SetLegacyEmission(NetUid subnet, Tao emission) =>
        _emissionValues[subnet] = emission.Rao;

    /// <summary>Writes the legacy emission of a new subnet explicitly.</summary>
    internal void MakeDefaultsExplicit(NetUid subnet)
    {
        if (!_emissionValues.Contains(subnet)) _emissionValues[subnet] = _emissionValues[subnet];
    }

    /// <summary>Removes the legacy emission of a subnet that ends; what is pending stays.</summary>
    internal void Close(NetUid subnet) => _emissionValues.Remove(subnet);
}
