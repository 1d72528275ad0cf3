using System.Numerics;
using System.Runtime.InteropServices;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>Writes what was found in the units in which it is stored.</summary>
/// <remarks>Source: docs/spec/epoch.md#outputs.</remarks>
internal static class OutputStage
{
    private const int ValueShift = 16;

    /// <summary>Writes the lists by uid.</summary>
    public static void WriteLists<T>(EpochInput input, EpochWorkspace work, EpochOutput output)
        where T : struct, ILanes<T>
    {
        for (int uid = 0; uid < work.Count; uid++)
        {
            output.Active[uid] = !ActivityCutoff.IsPassed(
                input.LastUpdate[uid], input.ActivityCutoff, input.Block);
            output.Trust[uid] = TrustOf(work.Ranks[uid], work.Preranks[uid]);
        }

        WriteShares<T>(work.Stake, output.StakeWeight);
        WriteShares<T>(work.Incentive, output.Rank);
        WriteShares<T>(work.Consensus, output.Consensus);
        WriteShares<T>(work.Dividends, output.Dividends);
        WriteShares<T>(work.ValidatorTrust, output.ValidatorTrust);
        output.Rank.CopyTo(output.Incentive, 0);
    }

    /// <summary>Writes the rows of bonds and the permits.</summary>
    public static void WriteBonds<T>(
        EpochInput input, EpochWorkspace work, EpochMemory memory, EpochOutput output)
        where T : struct, ILanes<T>
    {
        // Who has no row holds no bonds.
        for (int uid = 0; uid < work.Count; uid++)
        {
            bool changes = work.Permits[uid] || input.ValidatorPermit[uid];
            if (!changes) output.Bonds[uid] = null;
            else if (!work.Permits[uid] || !work.HasRow[uid]) output.Bonds[uid] = [];
        }

        int pieces = work.PieceCount<T>();
        for (int row = 0; row < work.Uids.Count; row++)
        {
            int uid = work.Uids[row];
            if (!work.Permits[uid]) continue;
            ReadOnlySpan<byte> present = work.Present.AsSpan(row * pieces, pieces);
            int length = 0;
            foreach (byte bits in present)
            {
                length += BitOperations.PopCount(bits);
            }

            UidWeight[]? bonds = output.Bonds[uid];
            if (bonds?.Length != length) output.Bonds[uid] = bonds = new UidWeight[length];
            ReadOnlySpan<ushort> shares = work.BondShares.Row(row);
            Write<T>(work, shares, present, bonds);
            memory.Bonds.Keep(bonds, uid, shares);
        }

        work.Permits.AsSpan(0, work.Count).CopyTo(output.ValidatorPermit);
    }

    private static void WriteShares<T>(ulong[] proportions, ushort[] shares)
        where T : struct, ILanes<T>
    {
        ReadOnlySpan<T> pieces = EpochWorkspace.Pieces<T>(proportions);
        int whole = shares.Length - (shares.Length % T.Count);
        for (int first = 0; first < whole; first += T.Count)
        {
            T.NarrowShares(Share16.OfPieces(pieces[first / T.Count]), shares.AsSpan(first));
        }

        for (int uid = whole; uid < shares.Length; uid++)
        {
            shares[uid] = Share16.Of(proportions[uid]);
        }
    }

    private static ushort TrustOf(ulong rank, ulong prerank)
    {
        if (prerank == 0) return 0;
        return rank >= EpochWorkspace.One
            ? Share16.Of((ulong)(((UInt128)rank << 32) / prerank))
            : Share16.Of((rank << 32) / prerank);
    }

    /// <summary>Writes the bonds that are present; full pieces are copied at once.</summary>
    private static void Write<T>(
        EpochWorkspace work, ReadOnlySpan<ushort> shares, ReadOnlySpan<byte> present,
        Span<UidWeight> row)
        where T : struct, ILanes<T>
    {
        // The halves of an entry change places where bytes are in the other order.
        Span<uint> target = BitConverter.IsLittleEndian
            ? MemoryMarshal.Cast<UidWeight, uint>(row)
            : [];
        ReadOnlySpan<T> columns = EpochWorkspace.Pieces<T>(work.Columns);
        int written = 0;
        for (int piece = 0; piece < present.Length; piece++)
        {
            int first = piece * T.Count;
            uint bits = present[piece];
            if (bits == (1U << T.Count) - 1 && written + T.Count <= target.Length)
            {
                T values = T.WidenShares(shares[first..]) << ValueShift;
                T.Narrow(values | columns[piece], target[written..]);
                written += T.Count;
                continue;
            }

            for (; bits != 0; bits &= bits - 1)
            {
                int column = first + BitOperations.TrailingZeroCount(bits);
                row[written++] = new((ushort)column, shares[column]);
            }
        }
    }
}
