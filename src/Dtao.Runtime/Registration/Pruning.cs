using Dtao.Numerics;

namespace Dtao.Runtime.Registration;

/// <summary>Which neuron makes room for a new one.</summary>
/// <remarks>Source: docs/spec/neurons.md#pruning; vectors: vectors/adjust.json.gz.</remarks>
public static class Pruning
{
    /// <summary>The neuron with the lowest score, the earliest among equals.</summary>
    /// <param name="candidates">Neurons by uid; protected ones are passed over.</param>
    /// <returns>A mortal neuron if there is one, else an immune one, else uid 0.</returns>
    public static Uid Choose(ReadOnlySpan<Candidate> candidates)
    {
        ushort mortalScore = ushort.MaxValue;
        ushort immuneScore = ushort.MaxValue;
        ulong mortalBlock = ulong.MaxValue;
        ulong immuneBlock = ulong.MaxValue;
        Uid mortal = default;
        Uid immune = default;
        bool mortalExists = false;
        for (int uid = 0; uid < candidates.Length; uid++)
        {
            Candidate candidate = candidates[uid];
            if (candidate.IsProtected) continue;
            if (candidate.IsImmune)
            {
                if (!IsWorse(candidate, immuneScore, immuneBlock)) continue;
                (immuneScore, immuneBlock) = (candidate.Score, candidate.RegisteredAt.Value);
                immune = new((ushort)uid);
                continue;
            }

            mortalExists = true;
            if (!IsWorse(candidate, mortalScore, mortalBlock)) continue;
            (mortalScore, mortalBlock) = (candidate.Score, candidate.RegisteredAt.Value);
            mortal = new((ushort)uid);
        }

        return mortalExists ? mortal : immune;
    }

    private static bool IsWorse(Candidate candidate, ushort score, ulong block) =>
        candidate.Score < score
        || (candidate.Score == score && candidate.RegisteredAt.Value < block);

    /// <summary>A neuron as pruning sees it.</summary>
    /// <param name="Score">Pruning score, in units of 1/65535.</param>
    /// <param name="RegisteredAt">Block of registration.</param>
    /// <param name="IsImmune">It is too young to be a first choice.</param>
    /// <param name="IsProtected">It is never chosen.</param>
    public readonly record struct Candidate(
        ushort Score, BlockNumber RegisteredAt, bool IsImmune, bool IsProtected);
}
