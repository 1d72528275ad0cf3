using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Dtao.Testing;

/// <summary>Whole values whose bytes were changed, cut, lengthened or put together.</summary>
/// <remarks>
/// A failure is shrunk to the fewest blows, and its message shows them. The same ones are drawn
/// in every run, unless DTAO_SEED names others.
/// </remarks>
public static class Damage
{
    private const ulong OddStep = 0x9E37_79B9_7F4A_7C15;
    private const ulong OwnSeed = 9_010;

    /// <summary>Asks something of bytes that were whole once, many times.</summary>
    /// <param name="whole">Values that are whole; at least one.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="check">Throws when the bytes do not behave.</param>
    public static void Each(IReadOnlyList<byte[]> whole, int rounds, Action<byte[]> check)
    {
        Rnd drawnFrom = new(Draws.For(OwnSeed).UInt64(), OddStep);
        Config config = Config.QuickThrowOnFailure
            .WithMaxTest(rounds)
            .WithReplay(new Replay(drawnFrom, FSharpOption<int>.None));

        Check.One(config, Prop.ForAll<(ushort Value, (byte, ushort, byte)[] Blows)>(drawn =>
        {
            List<byte> bytes = [.. whole[drawn.Value % whole.Count]];
            foreach ((byte kind, ushort place, byte value) in drawn.Blows)
            {
                Strike(bytes, kind, place, value, whole);
            }

            check([.. bytes]);
        }));
    }

    private static void Strike(
        List<byte> bytes, byte kind, ushort place, byte value, IReadOnlyList<byte[]> whole)
    {
        int at = place % (bytes.Count + 1);
        switch (kind % 8)
        {
            case 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 1:
                bytes.Insert(at, value);
                break;
            case 2:
                bytes.AddRange(whole[value % whole.Count]);
                break;
            case 3:
                // A length that nothing could have.
                bytes.InsertRange(at, [(byte)(value | 3), 255, 255, 255, 255, 255, 255, 255]);
                break;
            case 4 when at < bytes.Count:
                bytes.RemoveAt(at);
                break;
            case > 4 when at < bytes.Count:
                bytes[at] = kind % 8 == 5 ? value : (byte)(bytes[at] ^ (1 << (value & 7)));
                break;
        }
    }
}
