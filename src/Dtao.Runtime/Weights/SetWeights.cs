using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Epoch;

namespace Dtao.Runtime.Weights;

/// <summary>
/// Sets the weights by which the signer, a hotkey, weighs the neurons of a subnet.
/// </summary>
/// <remarks>Wire: SubtensorModule.set_weights. Source: docs/spec/weights.md#set-weights.</remarks>
/// <param name="NetUid">Subnet of the neurons.</param>
/// <param name="Destinations">Neurons to weigh.</param>
/// <param name="Values">Their weights, in any scale.</param>
/// <param name="VersionKey">Version of the validator's software.</param>
public sealed record SetWeights(
    NetUid NetUid, ushort[] Destinations, ushort[] Values, ulong VersionKey) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 0);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(NetUid);
        to.WriteShorts(Destinations);
        to.WriteShorts(Values);
        to.WriteU64(VersionKey);
    }

    internal static SetWeights Decode(ref ScaleReader from) => new(
        from.ReadNetUid(),
        from.ReadShorts(),
        from.ReadShorts(),
        from.ReadU64());

    /// <inheritdoc/>
    /// <remarks>Upstream: the switch is looked at before anybody asks who signed.</remarks>
    DispatchResult ICall.Dispatch(Chain chain, Origin origin)
    {
        if (chain.Weights.CommitRevealIsOn(NetUid)) return SubtensorError.CommitRevealEnabled;
        return origin.Signer is { } signer ? Dispatch(chain, signer) : DispatchError.BadOrigin;
    }

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer) =>
        chain.Weights.CommitRevealIsOn(NetUid)
            ? SubtensorError.CommitRevealEnabled
            : Store(chain, new(signer));

    /// <summary>Checks and stores, as setting and revealing do; a failure writes nothing.</summary>
    internal DispatchResult Store(Chain chain, Hotkey hotkey)
    {
        if (NetUid == NetUid.Root) return SubtensorError.CanNotSetRootNetworkWeights;
        if (Destinations.Length != Values.Length) return SubtensorError.WeightVecNotEqualSize;
        if (!chain.Subnets.Exists(NetUid)) return SubtensorError.SubNetworkDoesNotExist;
        if (Destinations.Length > chain.Neurons.Count(NetUid))
        {
            return SubtensorError.UidsLengthExceedUidsInSubNet;
        }

        if (chain.Neurons.UidOf(NetUid, hotkey) is not { } uid)
        {
            return SubtensorError.HotKeyNotRegisteredInSubNet;
        }

        DispatchResult check = CheckSetter(chain, hotkey, uid);
        if (!check.IsOk) return check;
        check = CheckRow(chain, uid, out ushort[] upscaled);
        if (!check.IsOk) return check;

        UidWeight[] row = new UidWeight[upscaled.Length];
        for (int index = 0; index < row.Length; index++)
        {
            row[index] = new(Destinations[index], upscaled[index]);
        }

        chain.Weights.SetRow(NetUid, uid, row);

        // With commits on, the commit was the update.
        if (!chain.Weights.CommitRevealIsOn(NetUid))
        {
            chain.Neurons.RecordUpdate(NetUid, uid, chain.Block);
        }

        if (chain.Events.IsKept) chain.Events.Deposit(new WeightsSet(NetUid, uid));
        return DispatchResult.Ok;
    }

    private DispatchResult CheckSetter(Chain chain, Hotkey hotkey, Uid uid)
    {
        ulong threshold = chain.Stakes.Threshold;
        if (!chain.Delegation.WeightOf(hotkey, NetUid).Reaches(threshold))
        {
            return SubtensorError.NotEnoughStakeToSetWeights;
        }

        if (!chain.Weights.AcceptsVersion(NetUid, VersionKey))
        {
            return SubtensorError.IncorrectWeightVersionKey;
        }

        if (!chain.Weights.CommitRevealIsOn(NetUid)
            && CommitChecks.IsTooFast(chain, NetUid, uid))
        {
            return SubtensorError.SettingWeightsTooFast;
        }

        ReadOnlySpan<bool> permits = chain.Neurons.ValidatorPermits(NetUid);
        bool isPermitted = uid.Value < permits.Length && permits[uid.Value];
        return isPermitted || IsSelfWeight(uid)
            ? DispatchResult.Ok
            : SubtensorError.NeuronNoValidatorPermit;
    }

    private DispatchResult CheckRow(Chain chain, Uid uid, out ushort[] upscaled)
    {
        upscaled = [];
        HashSet<ushort> seen = new(Destinations.Length);
        foreach (ushort destination in Destinations)
        {
            if (!seen.Add(destination)) return SubtensorError.DuplicateUids;
        }

        foreach (ushort destination in Destinations)
        {
            if (!chain.Neurons.IsTaken(NetUid, new(destination)))
            {
                return SubtensorError.UidVecContainInvalidOne;
            }
        }

        int least = Math.Min(
            chain.Neurons.Count(NetUid), chain.Weights.MinimumLength(NetUid));
        if (!IsSelfWeight(uid) && Values.Length < least) return SubtensorError.WeightVecLengthIsLow;

        upscaled = Vectors.UpscaleToShare16(Values);
        ushort limit = chain.Weights.MaximumWeight(NetUid);
        return limit == ushort.MaxValue || IsSelfWeight(uid)
            || Vectors.AreLimited(upscaled, limit)
                ? DispatchResult.Ok
                : SubtensorError.MaxWeightExceeded;
    }

    private bool IsSelfWeight(Uid uid) =>
        Values.Length == 1 && Destinations.Length > 0 && Destinations[0] == uid.Value;
}
