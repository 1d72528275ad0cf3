using System.Runtime.InteropServices;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>Writes what was found in the units in which it is stored.</summary>
/// <remarks>Source: docs/spec/epoch.md#outputs.</remarks>
internal static class OutputStage
{
    /// <summary>Writes the lists by uid.</summary>
    public static void WriteLists(EpochInput input, EpochWorkspace work, EpochOutput output)
    {
        for (int uid = 0; uid < work.Count; uid++)
        {
            output.Active[uid] = !ActivityCutoff.IsPassed(
                input.LastUpdate[uid], input.ActivityCutoff, input.Block);
            output.StakeWeight[uid] = Share16.Of(work.Stake[uid]);
            output.Rank[uid] = Share16.Of(work.Incentive[uid]);
            output.Trust[uid] = TrustOf(work.Ranks[uid], work.Preranks[uid]);
            output.Consensus[uid] = Share16.Of(work.Consensus[uid]);
            output.Incentive[uid] = output.Rank[uid];
            output.Dividends[uid] = Share16.Of(work.Dividends[uid]);
            output.ValidatorTrust[uid] = Share16.Of(work.ValidatorTrust[uid]);
        }
    }

    /// <summary>Writes the rows of bonds and the permits.</summary>
    public static void WriteBonds<T>(EpochInput input, EpochWorkspace work, EpochOutput output)
        where T : struct, ILanes<T>
    {
        // Who has no row holds no bonds.
        for (int uid = 0; uid < work.Count; uid++)
        {
            bool changes = work.Permits[uid] || input.ValidatorPermit[uid];
            if (!changes) output.Bonds[uid] = null;
            else if (!work.Permits[uid] || !work.HasRow[uid]) output.Bonds[uid] = [];
        }

        for (int row = 0; row < work.Uids.Count; row++)
        {
            int uid = work.Uids[row];
            if (!work.Permits[uid]) continue;
            ReadOnlySpan<T> entries = work.Bonds.Row<T>(row)[..work.PieceCount<T>()];
            int length = LengthOf(entries);
            if (output.Bonds[uid]?.Length != length) output.Bonds[uid] = new UidWeight[length];
            Write(work.Bonds.Row(row)[..work.Count], entries, output.Bonds[uid]!);
        }

        work.Permits.AsSpan(0, work.Count).CopyTo(output.ValidatorPermit);
    }

    private static ushort TrustOf(ulong rank, ulong prerank)
    {
        if (prerank == 0) return 0;
        return rank >= EpochWorkspace.One
            ? Share16.Of((ulong)(((UInt128)rank << 32) / prerank))
            : Share16.Of((rank << 32) / prerank);
    }

    private static int LengthOf<T>(ReadOnlySpan<T> entries)
        where T : struct, ILanes<T>
    {
        T counts = default;
        foreach (T entry in entries)
        {
            counts += entry >> BondStage.PresentBit;
        }

        return (int)T.Sum(counts);
    }

    /// <summary>
    /// Writes the entries that are present; pieces that are full are copied at once.
    /// </summary>
    private static void Write<T>(
        ReadOnlySpan<ulong> entries, ReadOnlySpan<T> pieces, Span<UidWeight> row)
        where T : struct, ILanes<T>
    {
        // The halves of an entry change places where bytes are in the other order.
        Span<uint> target = BitConverter.IsLittleEndian
            ? MemoryMarshal.Cast<UidWeight, uint>(row)
            : [];
        T one = T.All(1);
        int written = 0;
        for (int piece = 0; piece < pieces.Length; piece++)
        {
            if (written + T.Count <= target.Length
                && T.AreEqual(pieces[piece] >> BondStage.PresentBit, one))
            {
                T.Narrow(pieces[piece], target[written..]);
                written += T.Count;
                continue;
            }

            int first = piece * T.Count;
            int end = Math.Min(first + T.Count, entries.Length);
            foreach (ulong entry in entries[first..end])
            {
                if (entry >> BondStage.PresentBit == 0) continue;
                row[written++] = new(
                    (ushort)(entry & ushort.MaxValue), (ushort)(entry >> 16 & ushort.MaxValue));
            }
        }
    }
}
