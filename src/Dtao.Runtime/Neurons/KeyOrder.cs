using Dtao.Numerics;

namespace Dtao.Runtime.Neurons;

/// <summary>
/// The taken uids of one subnet by the bytes of their hotkeys, kept while nobody moves.
/// </summary>
internal sealed class KeyOrder
{
    private Hotkey[] _keys = [];
    private ushort[] _uids = [];
    private ulong _version = ulong.MaxValue;
    private int _count;

    /// <summary>The order; it is found anew when the version is another one.</summary>
    /// <param name="ledger">Who sits where.</param>
    /// <param name="subnet">The subnet.</param>
    /// <param name="version">Version of the seats.</param>
    public ReadOnlySpan<ushort> Of(NeuronLedger ledger, NetUid subnet, ulong version)
    {
        if (version != _version)
        {
            Find(ledger, subnet);
            _version = version;
        }

        return _uids.AsSpan(0, _count);
    }

    private void Find(NeuronLedger ledger, NetUid subnet)
    {
        ReadOnlySpan<Hotkey> keys = ledger.Keys(subnet);
        if (_uids.Length < keys.Length)
        {
            _keys = new Hotkey[keys.Length];
            _uids = new ushort[keys.Length];
        }

        _count = 0;
        for (int uid = 0; uid < keys.Length; uid++)
        {
            if (!ledger.IsTaken(subnet, new((ushort)uid))) continue;
            _keys[_count] = keys[uid];
            _uids[_count++] = (ushort)uid;
        }

        Array.Sort(_keys, _uids, 0, _count);
    }
}
