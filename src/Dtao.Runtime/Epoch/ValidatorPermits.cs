using Dtao.Numerics;

namespace Dtao.Runtime.Epoch;

/// <summary>Who may validate in the next epoch: the neurons with the largest stake.</summary>
/// <remarks>Source: docs/spec/epoch.md#permits; vectors: vectors/math.json.gz (is_topk).</remarks>
public static class ValidatorPermits
{
    /// <summary>True for the largest values; among equals the higher uids win.</summary>
    /// <param name="values">Values by uid.</param>
    /// <param name="count">How many are chosen.</param>
    /// <param name="chosen">Receives the choice by uid.</param>
    public static void ChooseLargest(ReadOnlySpan<I32F32> values, int count, Span<bool> chosen)
    {
        if (values.Length <= count)
        {
            chosen[..values.Length].Fill(true);
            return;
        }

        // The uid in the low bits makes the order that of a stable sort.
        Int128[] order = new Int128[values.Length];
        for (int uid = 0; uid < values.Length; uid++)
        {
            order[uid] = ((Int128)values[uid].Bits << 32) | (uint)uid;
        }

        Array.Sort(order);
        for (int place = 0; place < order.Length; place++)
        {
            chosen[(int)(uint)(order[place] & uint.MaxValue)] = place >= values.Length - count;
        }
    }
}
