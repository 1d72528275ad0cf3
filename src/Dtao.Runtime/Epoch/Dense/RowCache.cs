namespace Dtao.Runtime.Epoch.Dense;

/// <summary>The rows of a subnet as full lists, as long as the same are stored.</summary>
/// <remarks>
/// Stored lists are immutable, so the same list has the same content. The one exception are the
/// bonds that an epoch writes again; it says so here at once.
/// </remarks>
internal sealed class RowCache
{
    private UidWeight[]?[] _stored = [];
    private ushort[]?[] _shares = [];

    /// <summary>Forgets all when the number of neurons is another.</summary>
    public void Begin(int count)
    {
        if (_stored.Length == count) return;
        _stored = new UidWeight[count][];
        _shares = new ushort[count][];
    }

    /// <summary>Makes the full list of a row present.</summary>
    /// <param name="stored">The row as stored.</param>
    /// <param name="uid">Whose row it is.</param>
    /// <param name="work">Workspace.</param>
    /// <param name="dropsForeign">Entries for columns that do not exist are left out.</param>
    /// <returns>False when the row names a column twice, or one that does not exist.</returns>
    public bool TryRead<T>(UidWeight[] stored, int uid, EpochWorkspace work, bool dropsForeign)
        where T : struct, ILanes<T>
    {
        if (ReferenceEquals(_stored[uid], stored)) return true;
        _stored[uid] = null;
        ushort[] shares = _shares[uid] ??= new ushort[work.Stride];
        bool isRead = RowReader.TrySpread<T>(stored, work, shares, out bool hasForeign);
        if (!isRead || (hasForeign && !dropsForeign)) return false;
        _stored[uid] = stored;
        return true;
    }

    /// <summary>The full list of a row that is present, padded with zeros.</summary>
    public ReadOnlySpan<ushort> SharesOf(int uid) => _shares[uid];

    /// <summary>Remembers a row that is stored from now on.</summary>
    public void Keep(UidWeight[] stored, int uid, ReadOnlySpan<ushort> shares)
    {
        _stored[uid] = stored;
        shares.CopyTo(_shares[uid] ??= new ushort[shares.Length]);
    }
}
