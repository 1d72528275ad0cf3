using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Weights;

/// <summary>Weights that anybody can read once a drand round is published.</summary>
/// <param name="Hotkey">Who committed.</param>
/// <param name="Ciphertext">The encrypted weights.</param>
/// <param name="Round">Number of the round.</param>
public sealed record TimelockedCommit(Hotkey Hotkey, byte[] Ciphertext, ulong Round)
{
    /// <summary>Bytes of a ciphertext at most.</summary>
    public const int LongestCiphertext = 5_000;

    internal static readonly Shape<TimelockedCommit> Shape = new(
        "(account, list<u8>, u64)",
        static (to, value) =>
        {
            Shapes.Hotkey.Write(to, value.Hotkey);
            to.WriteBytes(value.Ciphertext);
            to.WriteU64(value.Round);
        },
        static (ref from) => new(
            Shapes.Hotkey.Read(ref from), from.ReadBytes(), from.ReadU64()));
}
