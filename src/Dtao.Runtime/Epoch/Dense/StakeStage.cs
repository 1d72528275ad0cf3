namespace Dtao.Runtime.Epoch.Dense;

/// <summary>Stakes, permits and the rows that take part.</summary>
/// <remarks>Source: docs/spec/epoch.md#stake, #permits, #active-stake.</remarks>
internal static class StakeStage
{
    private const int UidBits = 16;
    private const int StakeBits = 33;

    /// <summary>Normalises the stake weights.</summary>
    /// <returns>False when a stake is negative or too large for this way.</returns>
    public static bool TryNormalize(EpochInput input, EpochWorkspace work)
    {
        const int Room = 124;
        UInt128 total = 0;
        for (int uid = 0; uid < input.Count; uid++)
        {
            UInt128 stake = unchecked((UInt128)input.Stake[uid].Bits);
            total = unchecked(total + stake);
            if (stake >> Room != 0 || total >> Room != 0) return false;
        }

        if (total == 0) return true;
        int shift = (int)UInt128.LeadingZeroCount(total);
        ulong top = (ulong)(total << shift >> 64);
        ulong inverse = (ulong)((UInt128.One << 96) / ((UInt128)top + 1));
        for (int uid = 0; uid < input.Count; uid++)
        {
            work.Stake[uid] = Divide((UInt128)input.Stake[uid].Bits, total, shift, inverse);
        }

        return true;
    }

    /// <summary>Chooses the largest stakes; among equals the higher uids win.</summary>
    public static void ChoosePermits<T>(EpochInput input, EpochWorkspace work)
        where T : struct, ILanes<T>
    {
        int count = work.Count;
        if (count <= input.MaximumValidators)
        {
            Array.Fill(work.Permits, true, 0, count);
            return;
        }

        if (input.MaximumValidators == 0) return;

        // The uid makes all keys different; padding is zero and below every key.
        ulong[] keys = work.Scratch;
        Array.Clear(keys);
        for (int uid = 0; uid < count; uid++)
        {
            keys[uid] = ((work.Stake[uid] << UidBits) | (uint)uid) + 1;
        }

        ulong least = LeastOfLargest(EpochWorkspace.Pieces<T>(keys), input.MaximumValidators);
        for (int uid = 0; uid < count; uid++)
        {
            work.Permits[uid] = keys[uid] >= least;
        }
    }

    /// <summary>Finds the stake at work and orders the rows.</summary>
    public static void FindRows(EpochInput input, EpochWorkspace work)
    {
        ulong sum = 0;
        for (int uid = 0; uid < work.Count; uid++)
        {
            if (!input.ValidatorPermit[uid] || work.Stake[uid] == 0) continue;
            if (ActivityCutoff.IsPassed(
                input.LastUpdate[uid], input.ActivityCutoff, input.Block))
            {
                continue;
            }

            work.ActiveStake[uid] = work.Stake[uid];
            sum += work.Stake[uid];
            work.Uids.Add(uid);
        }

        work.ActiveRows = work.Uids.Count;
        for (int uid = 0; uid < work.Count; uid++)
        {
            if (!input.ValidatorPermit[uid] || work.ActiveStake[uid] != 0) continue;
            if (input.Weights[uid].Length + input.Bonds[uid].Length != 0) work.Uids.Add(uid);
        }

        work.WeighingRows = work.Uids.Count;
        for (int uid = 0; uid < work.Count; uid++)
        {
            if (!input.ValidatorPermit[uid] && input.Bonds[uid].Length != 0) work.Uids.Add(uid);
        }

        work.ReserveRows();
        NormalizeActive(work, sum);
    }

    private static void NormalizeActive(EpochWorkspace work, ulong sum)
    {
        Divisor bySum = Divisor.Of(sum);
        ulong again = 0;
        for (int row = 0; row < work.ActiveRows; row++)
        {
            int uid = work.Uids[row];
            ulong share = bySum.Divide(work.ActiveStake[uid]);
            work.ActiveStake[uid] = share;
            work.RowStake[row] = share;
            again += share;
        }

        Divisor byAgain = Divisor.Of(again);
        for (int row = 0; row < work.ActiveRows; row++)
        {
            work.MedianStake[row] = byAgain.Divide(work.RowStake[row]);
        }
    }

    /// <summary>Floor of stake times 2^32 over the total.</summary>
    private static ulong Divide(UInt128 stake, UInt128 total, int shift, ulong inverse)
    {
        unchecked
        {
            ulong top = (ulong)(stake << shift >> 64);
            ulong quotient = Math.BigMul(top, inverse, out _);
            UInt128 rest = (stake << 32) - (total * quotient);
            while (rest >= total)
            {
                // The estimate is at most two too small.
                quotient++;
                rest -= total;
            }

            return quotient;
        }
    }

    /// <summary>The largest bound that so many keys reach, found bit by bit.</summary>
    private static ulong LeastOfLargest<T>(ReadOnlySpan<T> keys, ulong wanted)
        where T : struct, ILanes<T>
    {
        ulong bound = 0;
        for (int bit = StakeBits + UidBits - 1; bit >= 0; bit--)
        {
            ulong higher = bound | (1UL << bit);
            T bounds = T.All(higher);
            T one = T.All(1);
            T reached = T.All(0);
            foreach (T key in keys)
            {
                reached += T.WhereAtMost(bounds, key, one, default);
            }

            if (T.Sum(reached) >= wanted) bound = higher;
        }

        return bound;
    }
}
