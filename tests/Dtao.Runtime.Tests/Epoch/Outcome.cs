using Dtao.Runtime.Epoch;

namespace Dtao.Runtime.Tests.Epoch;

/// <summary>Compares what two epochs found.</summary>
public static class Outcome
{
    /// <summary>All lists and rows are equal; else the first difference is named.</summary>
    public static bool AreEqual(EpochOutput expected, EpochOutput found, out string difference)
    {
        difference =
            Compare(nameof(found.Active), expected.Active, found.Active)
            ?? Compare(
                nameof(found.ValidatorPermit), expected.ValidatorPermit, found.ValidatorPermit)
            ?? Compare(nameof(found.StakeWeight), expected.StakeWeight, found.StakeWeight)
            ?? Compare(nameof(found.Rank), expected.Rank, found.Rank)
            ?? Compare(nameof(found.Trust), expected.Trust, found.Trust)
            ?? Compare(nameof(found.Consensus), expected.Consensus, found.Consensus)
            ?? Compare(nameof(found.Incentive), expected.Incentive, found.Incentive)
            ?? Compare(nameof(found.ValidatorTrust), expected.ValidatorTrust, found.ValidatorTrust)
            ?? CompareRows(expected.Bonds, found.Bonds)
            ?? Compare(nameof(found.Dividends), expected.Dividends, found.Dividends)
            ?? Compare(nameof(found.ServerEmission), expected.ServerEmission, found.ServerEmission)
            ?? Compare(
                nameof(found.ValidatorEmission),
                expected.ValidatorEmission,
                found.ValidatorEmission)
            ?? Compare(nameof(found.Emission), expected.Emission, found.Emission)
            ?? Compare(nameof(found.PruningScores), expected.PruningScores, found.PruningScores)
            ?? string.Empty;
        return difference.Length == 0;
    }

    private static string? CompareRows(UidWeight[]?[] expected, UidWeight[]?[] found)
    {
        for (int uid = 0; uid < expected.Length; uid++)
        {
            if (expected[uid] is null != found[uid] is null) return $"Bonds[{uid}] is stored";
            string? difference = Compare($"Bonds[{uid}]", expected[uid] ?? [], found[uid] ?? []);
            if (difference is not null) return difference;
        }

        return null;
    }

    private static string? Compare<T>(string name, T[] expected, T[] found)
    {
        if (expected.Length != found.Length)
        {
            return $"{name}: {expected.Length} elements expected, {found.Length} found";
        }

        for (int index = 0; index < expected.Length; index++)
        {
            if (Equals(expected[index], found[index])) continue;
            return $"{name}[{index}]: {expected[index]} expected, {found[index]} found";
        }

        return null;
    }
}
