using Dtao.Runtime.Epoch;

namespace Dtao.Conformance.Formats;

/// <summary>The readable and the fast computation of an epoch must agree in everything.</summary>
internal static class EpochOutputs
{
    /// <summary>Reports the first field in which two outputs differ.</summary>
    /// <param name="epoch">Epoch of the file, for the place.</param>
    /// <param name="reference">What the readable computation found.</param>
    /// <param name="found">What the engine's own computation found.</param>
    public static void ExpectEqual(VectorNode epoch, EpochOutput reference, EpochOutput found)
    {
        Compare(epoch, "Active", reference.Active, found.Active);
        Compare(epoch, "ValidatorPermit", reference.ValidatorPermit, found.ValidatorPermit);
        Compare(epoch, "StakeWeight", reference.StakeWeight, found.StakeWeight);
        Compare(epoch, "Rank", reference.Rank, found.Rank);
        Compare(epoch, "Trust", reference.Trust, found.Trust);
        Compare(epoch, "Consensus", reference.Consensus, found.Consensus);
        Compare(epoch, "Incentive", reference.Incentive, found.Incentive);
        Compare(epoch, "Dividends", reference.Dividends, found.Dividends);
        Compare(epoch, "PruningScores", reference.PruningScores, found.PruningScores);
        Compare(epoch, "ValidatorTrust", reference.ValidatorTrust, found.ValidatorTrust);
        Compare(epoch, "Emission", reference.Emission, found.Emission);
        Compare(epoch, "ServerEmission", reference.ServerEmission, found.ServerEmission);
        Compare(epoch, "ValidatorEmission", reference.ValidatorEmission, found.ValidatorEmission);
        for (int uid = 0; uid < Math.Min(reference.Bonds.Length, found.Bonds.Length); uid++)
        {
            Compare(epoch, $"Bonds[{uid}]", reference.Bonds[uid], found.Bonds[uid]);
        }
    }

    private static void Compare<T>(
        VectorNode epoch, string name, IReadOnlyList<T>? reference, IReadOnlyList<T>? found)
    {
        if (reference is null && found is null) return;
        if (reference is not null && found is not null && reference.SequenceEqual(found)) return;
        epoch.Log.Report(
            $"{epoch.Path} ({name} of the readable against the fast computation)",
            TextOf(reference),
            TextOf(found));
    }

    private static string TextOf<T>(IReadOnlyList<T>? values) =>
        values is null ? "the stored row" : $"[{string.Join(", ", values)}]";
}
