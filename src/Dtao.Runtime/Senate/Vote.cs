using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Senate;

/// <summary>Votes on a proposal; there are none, for voting is out of scope.</summary>
/// <remarks>Wire: SubtensorModule.vote. Source: docs/spec/senate.md#vote.</remarks>
/// <param name="Hotkey">Member of the senate that votes.</param>
/// <param name="Proposal">Hash of the proposal.</param>
/// <param name="Number">Number of the proposal.</param>
/// <param name="Approves">For it; against it otherwise.</param>
public sealed record Vote(Hotkey Hotkey, byte[] Proposal, uint Number, bool Approves) : ISignedCall
{
    private const byte Collective = 8;
    private const byte ProposalNotExists = 2;

    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 55);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Hotkey);
        to.WriteRaw(Proposal);
        to.WriteCompact(Number);
        to.WriteBool(Approves);
    }

    internal static Vote Decode(ref ScaleReader from) =>
        new(from.ReadHotkey(), from.ReadRaw(32).ToArray(), ReadNumber(ref from), from.ReadBool());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (!chain.Stakes.Owns(new(signer), Hotkey)) return SubtensorError.NonAssociatedColdKey;
        if (!chain.Senate.IsMember(Hotkey)) return SubtensorError.NotSenateMember;
        return DispatchError.Module(Collective, ProposalNotExists, nameof(ProposalNotExists));
    }

    private static uint ReadNumber(ref ScaleReader from)
    {
        ulong number = from.ReadCompact();
        return number <= uint.MaxValue
            ? (uint)number
            : throw new FormatException($"{number} does not fit four bytes, byte {from.Offset}");
    }
}
