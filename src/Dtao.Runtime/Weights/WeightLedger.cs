using Dtao.Numerics;
using Dtao.Runtime.Epoch;

namespace Dtao.Runtime.Weights;

/// <summary>The rows by which validators weigh the neurons of their subnet.</summary>
/// <remarks>Source: docs/spec/weights.md.</remarks>
public sealed partial class WeightLedger
{
    /// <summary>
    /// Weights of a subnet, one row for each uid; may be shorter than the subnet.
    /// </summary>
    internal ReadOnlySpan<UidWeight[]> Rows(NetUid subnet) => _rows.OfSubnet(subnet);

    /// <summary>The weights that a neuron set.</summary>
    public IReadOnlyList<UidWeight> RowOf(NetUid subnet, Uid uid) => _rows[subnet, uid];

    /// <summary>Weights are committed and revealed instead of set.</summary>
    public bool CommitRevealIsOn(NetUid subnet) => _commitReveal[subnet];

    /// <summary>The version key is new enough.</summary>
    public bool AcceptsVersion(NetUid subnet, ulong versionKey) =>
        _versionKey[subnet] == 0 || versionKey >= _versionKey[subnet];

    /// <summary>Blocks between two updates of a neuron.</summary>
    public ulong RateLimit(NetUid subnet) => _rateLimit[subnet];

    /// <summary>Epochs between commit and reveal.</summary>
    public ulong RevealPeriod(NetUid subnet) => _revealPeriod[subnet];

    /// <summary>Weights in a row at least.</summary>
    public ushort MinimumLength(NetUid subnet) => _minimumLength[subnet];

    /// <summary>Largest share of one weight in its row, in units of 1/65535.</summary>
    public ushort MaximumWeight(NetUid subnet) => _maximumWeight[subnet];

    /// <summary>Stores a row.</summary>
    internal void SetRow(NetUid subnet, Uid uid, UidWeight[] row) => _rows[subnet, uid] = row;

    /// <summary>Sets the rules of a new subnet.</summary>
    internal void Open(NetUid subnet)
    {
        _minimumLength[subnet] = 1;
        _maximumWeight[subnet] = ushort.MaxValue;
    }

    /// <summary>Sets the rules of root.</summary>
    internal void OpenRoot()
    {
        _minimumLength[NetUid.Root] = 0;
        _maximumWeight[NetUid.Root] = ushort.MaxValue;
    }

    /// <summary>Removes rows and rules of a subnet that ends, and root's weights on it.</summary>
    internal void Close(NetUid subnet)
    {
        _rows.RemoveSubnet(subnet);
        int count = _rows.OfSubnet(NetUid.Root).Length;
        for (int uid = 0; uid < count; uid++)
        {
            Uid own = new((ushort)uid);
            if (!_rows.Contains(NetUid.Root, own)) continue;
            _rows[NetUid.Root, own] = Array.ConvertAll(
                _rows[NetUid.Root, own],
                entry => entry.Uid == subnet.Value ? entry with { Value = 0 } : entry);
        }

        _maximumWeight.Remove(subnet);
        _minimumLength.Remove(subnet);
    }
}
