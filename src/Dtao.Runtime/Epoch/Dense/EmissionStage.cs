namespace Dtao.Runtime.Epoch.Dense;

/// <summary>Divides the emission between mining and validating, and scores for pruning.</summary>
/// <remarks>Source: docs/spec/epoch.md#emission, #pruning.</remarks>
internal static class EmissionStage
{
    /// <summary>Writes the amounts and the pruning scores.</summary>
    public static void Run(EpochInput input, EpochWorkspace work, EpochOutput output)
    {
        ulong sum = 0;
        ulong active = 0;
        for (int uid = 0; uid < work.Count; uid++)
        {
            sum += work.Incentive[uid] + work.Dividends[uid];
            active += work.ActiveStake[uid];
        }

        if (sum == 0) PayStake(input, work, active == 0 ? work.Stake : work.ActiveStake, output);
        else PayEarned(input, work, sum, output);
        ScorePruning(work.Scratch.AsSpan(0, work.Count), output.PruningScores);
    }

    private static void PayEarned(
        EpochInput input, EpochWorkspace work, ulong sum, EpochOutput output)
    {
        SumDivisor bySum = new(sum);
        for (int uid = 0; uid < work.Count; uid++)
        {
            ulong server = bySum.Divide(work.Incentive[uid]);
            ulong validator = bySum.Divide(work.Dividends[uid]);
            ulong combined = bySum.Divide(work.Incentive[uid] + work.Dividends[uid]);
            work.Scratch[uid] = combined;
            output.ServerEmission[uid] = AmountOf(server, input.Emission);
            output.ValidatorEmission[uid] = AmountOf(validator, input.Emission);
            output.Emission[uid] = AmountOf(combined, input.Emission);
        }
    }

    private static void PayStake(
        EpochInput input, EpochWorkspace work, ulong[] basis, EpochOutput output)
    {
        for (int uid = 0; uid < work.Count; uid++)
        {
            ulong amount = AmountOf(basis[uid], input.Emission);
            work.Scratch[uid] = basis[uid];
            output.ServerEmission[uid] = 0;
            output.ValidatorEmission[uid] = amount;
            output.Emission[uid] = amount;
        }
    }

    private static ulong AmountOf(ulong proportion, ulong emission)
    {
        ulong high = Math.BigMul(proportion, emission, out ulong low);
        return (high << 32) | (low >> 32);
    }

    /// <summary>Scales to the largest, rounded to the nearest.</summary>
    private static void ScorePruning(ReadOnlySpan<ulong> proportions, ushort[] scores)
    {
        ulong largest = 0;
        foreach (ulong proportion in proportions)
        {
            largest = Math.Max(largest, proportion);
        }

        for (int uid = 0; uid < proportions.Length; uid++)
        {
            // Rounding the cut quotient is the same as rounding the exact one.
            ulong doubled = proportions[uid] * ushort.MaxValue * 2;
            scores[uid] = largest == 0 ? (ushort)0 : (ushort)((doubled + largest) / (2 * largest));
        }
    }

    /// <summary>
    /// Exact fixed-point division by the sum of all earnings, which is about two.
    /// </summary>
    private readonly struct SumDivisor(ulong sum)
    {
        private const int Room = 34;
        private readonly ulong _inverse = (ulong)((UInt128.One << (32 + Room)) / sum);

        /// <summary>Floor of value times 2^32 over the sum, for values up to the sum.</summary>
        public ulong Divide(ulong value)
        {
            unchecked
            {
                // The sum is below 2^34, so the estimate is at most one too small.
                ulong high = Math.BigMul(value, _inverse, out ulong low);
                ulong quotient = (high << (64 - Room)) | (low >> Room);
                ulong rest = (value << 32) - (quotient * sum);
                return rest >= sum ? quotient + 1 : quotient;
            }
        }
    }
}
