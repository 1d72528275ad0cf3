using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Subnets;

// What key swaps and dissolutions do to the registry.
public sealed partial class SubnetRegistry
{
    /// <summary>Lets the owner cut follow a hotkey swap.</summary>
    internal void MoveOwnerHotkey(Hotkey old, Hotkey replacement, NetUid subnet)
    {
        if (IsOwnerHotkey(subnet, old)) _ownerHotkey[subnet] = replacement;
    }

    /// <summary>Lets a subnet follow a coldkey swap.</summary>
    internal void MoveOwner(Coldkey old, Coldkey replacement, NetUid subnet)
    {
        if (_owner[subnet] == old) _owner[subnet] = replacement;
    }

    /// <summary>Strikes a subnet off; symbol, mechanism and owner hotkey stay.</summary>
    internal void Close(NetUid subnet)
    {
        _added.Remove(subnet);
        _modality.Remove(subnet);
        _registeredAt.Remove(subnet);
        _tempo.Remove(subnet);
        _owner.Remove(subnet);
        _flows.Note(FlowCause.LockReleased, subnet, _locked[subnet]);
        _locked[subnet] = Tao.Zero;
        _total.Value = (ushort)Math.Max(_total.Value - 1, 0);
    }
}
