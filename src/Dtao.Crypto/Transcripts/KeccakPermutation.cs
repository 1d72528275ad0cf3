using System.Numerics;

namespace Dtao.Crypto.Transcripts;

/// <summary>The permutation Keccak-f[1600] of FIPS 202.</summary>
internal static class KeccakPermutation
{
    /// <summary>Numbers of 64 bits in a state.</summary>
    public const int Lanes = 25;

    private static readonly ulong[] Rounds =
    [
        0x0000_0000_0000_0001, 0x0000_0000_0000_8082, 0x8000_0000_0000_808A,
        0x8000_0000_8000_8000, 0x0000_0000_0000_808B, 0x0000_0000_8000_0001,
        0x8000_0000_8000_8081, 0x8000_0000_0000_8009, 0x0000_0000_0000_008A,
        0x0000_0000_0000_0088, 0x0000_0000_8000_8009, 0x0000_0000_8000_000A,
        0x0000_0000_8000_808B, 0x8000_0000_0000_008B, 0x8000_0000_0000_8089,
        0x8000_0000_0000_8003, 0x8000_0000_0000_8002, 0x8000_0000_0000_0080,
        0x0000_0000_0000_800A, 0x8000_0000_8000_000A, 0x8000_0000_8000_8081,
        0x8000_0000_0000_8080, 0x0000_0000_8000_0001, 0x8000_0000_8000_8008,
    ];

    private static readonly int[] Turns =
        [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];

    private static readonly int[] Places =
        [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];

    /// <summary>Permutes a state of 25 numbers in place.</summary>
    public static void Apply(Span<ulong> state)
    {
        Span<ulong> row = stackalloc ulong[5];
        foreach (ulong constant in Rounds)
        {
            MixColumns(state, row);
            MoveLanes(state);
            MixRows(state, row);
            state[0] ^= constant;
        }
    }

    private static void MixColumns(Span<ulong> state, Span<ulong> parity)
    {
        for (int x = 0; x < 5; x++)
        {
            parity[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
        }

        for (int x = 0; x < 5; x++)
        {
            ulong mixed = parity[(x + 4) % 5] ^ BitOperations.RotateLeft(parity[(x + 1) % 5], 1);
            for (int y = 0; y < Lanes; y += 5)
            {
                state[y + x] ^= mixed;
            }
        }
    }

    private static void MoveLanes(Span<ulong> state)
    {
        ulong carried = state[1];
        for (int step = 0; step < Places.Length; step++)
        {
            ulong next = state[Places[step]];
            state[Places[step]] = BitOperations.RotateLeft(carried, Turns[step]);
            carried = next;
        }
    }

    private static void MixRows(Span<ulong> state, Span<ulong> row)
    {
        for (int y = 0; y < Lanes; y += 5)
        {
            state.Slice(y, 5).CopyTo(row);
            for (int x = 0; x < 5; x++)
            {
                state[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
            }
        }
    }
}
