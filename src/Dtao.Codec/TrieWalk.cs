using System.Buffers.Binary;
using Dtao.Crypto;

namespace Dtao.Codec;

/// <summary>Encodes the nodes of a trie from the leaves up, in one buffer.</summary>
/// <remarks>
/// A node is written behind its parent's beginning; when it is complete and long, its hash takes
/// its place. So the buffer never holds more than one path with its finished neighbours.
/// </remarks>
/// <param name="entries">Keys and values, ascending by key.</param>
/// <param name="version">How long values are held.</param>
internal sealed class TrieWalk(KeyValuePair<byte[], byte[]>[] entries, StateVersion version)
{
    private const int LongestInlineValue = 32;
    private const int LeastHashedNode = 32;

    private readonly Blake2bHasher _hasher = new();
    private readonly ScaleWriter _lengths = new();
    private byte[] _nodes = new byte[4096];
    private int _length;

    /// <summary>The hash of the topmost node.</summary>
    public byte[] Root()
    {
        if (entries.Length == 0) Append(0);
        else WriteNode(0, entries.Length, depth: 0);
        byte[] root = new byte[Blake2bHasher.Size];
        _hasher.Hash(_nodes.AsSpan(0, _length), root);
        return root;
    }

    /// <summary>Writes the node of all keys in a range; they agree up to a depth.</summary>
    private void WriteNode(int first, int end, int depth)
    {
        byte[] shortest = entries[first].Key;
        int split = SharedNibbles(shortest, entries[end - 1].Key, depth);
        bool hasValue = split == 2 * shortest.Length;
        bool isLeaf = hasValue && end - first == 1;
        bool isHashed = hasValue && version == StateVersion.V1
            && entries[first].Value.Length > LongestInlineValue;
        WriteHeader(KindOf(isLeaf, hasValue, isHashed), split - depth);
        WritePartial(shortest, depth, split);
        if (isLeaf)
        {
            WriteValue(entries[first].Value, isHashed);
            return;
        }

        int bitmapAt = _length;
        Append(0);
        Append(0);
        if (hasValue) WriteValue(entries[first].Value, isHashed);
        int bitmap = WriteChildren(hasValue ? first + 1 : first, end, split);
        BinaryPrimitives.WriteUInt16LittleEndian(_nodes.AsSpan(bitmapAt), (ushort)bitmap);
    }

    private int WriteChildren(int first, int end, int depth)
    {
        int bitmap = 0;
        while (first < end)
        {
            int nibble = NibbleAt(entries[first].Key, depth);
            int next = EndOfNibble(first, end, depth, nibble);
            bitmap |= 1 << nibble;
            WriteChild(first, next, depth + 1);
            first = next;
        }

        return bitmap;
    }

    /// <summary>Writes a child, or the hash of a long one, after its length.</summary>
    private void WriteChild(int first, int end, int depth)
    {
        int lengthAt = _length;
        Append(0);
        WriteNode(first, end, depth);
        int start = lengthAt + 1;
        if (_length - start >= LeastHashedNode)
        {
            _hasher.Hash(_nodes.AsSpan(start, _length - start), _nodes.AsSpan(start));
            _length = start + Blake2bHasher.Size;
        }

        _nodes[lengthAt] = (byte)((_length - start) << 2);
    }

    private void WriteValue(byte[] value, bool isHashed)
    {
        if (isHashed)
        {
            _hasher.Hash(value, Reserve(Blake2bHasher.Size));
            return;
        }

        WriteCompact(value.Length);
        value.CopyTo(Reserve(value.Length));
    }

    private void WriteCompact(int value)
    {
        _lengths.Clear();
        _lengths.WriteCompact((ulong)value);
        _lengths.Written.CopyTo(Reserve(_lengths.Length));
    }

    /// <summary>Kind of a node and number of its nibbles, which may need further bytes.</summary>
    private void WriteHeader((byte Mark, int Largest) kind, int nibbles)
    {
        if (nibbles < kind.Largest)
        {
            Append((byte)(kind.Mark | nibbles));
            return;
        }

        Append((byte)(kind.Mark | kind.Largest));
        int rest = nibbles - kind.Largest;
        for (; rest >= byte.MaxValue; rest -= byte.MaxValue)
        {
            Append(byte.MaxValue);
        }

        Append((byte)rest);
    }

    /// <summary>The nibbles from one depth to another; an odd one stands first, alone.</summary>
    private void WritePartial(byte[] key, int depth, int end)
    {
        if (((end - depth) & 1) != 0) Append((byte)NibbleAt(key, depth++));
        for (; depth < end; depth += 2)
        {
            Append((byte)((NibbleAt(key, depth) << 4) | NibbleAt(key, depth + 1)));
        }
    }

    private int EndOfNibble(int first, int end, int depth, int nibble)
    {
        int low = first + 1;
        while (low < end)
        {
            int middle = low + ((end - low) >> 1);
            if (NibbleAt(entries[middle].Key, depth) == nibble) low = middle + 1;
            else end = middle;
        }

        return low;
    }

    private static (byte Mark, int Largest) KindOf(bool isLeaf, bool hasValue, bool isHashed) =>
        (isLeaf, hasValue, isHashed) switch
        {
            (true, _, false) => (0b0100_0000, 63),
            (true, _, true) => (0b0010_0000, 31),
            (false, false, _) => (0b1000_0000, 63),
            (false, true, false) => (0b1100_0000, 63),
            (false, true, true) => (0b0001_0000, 15),
        };

    private static int SharedNibbles(byte[] left, byte[] right, int depth)
    {
        int most = 2 * Math.Min(left.Length, right.Length);
        while (depth < most && NibbleAt(left, depth) == NibbleAt(right, depth))
        {
            depth++;
        }

        return depth;
    }

    private static int NibbleAt(byte[] key, int index) =>
        (index & 1) == 0 ? key[index >> 1] >> 4 : key[index >> 1] & 15;

    private void Append(byte value) => Reserve(1)[0] = value;

    private Span<byte> Reserve(int length)
    {
        if (_length + length > _nodes.Length)
        {
            Array.Resize(ref _nodes, Math.Max(_nodes.Length * 2, _length + length));
        }

        _length += length;
        return _nodes.AsSpan(_length - length, length);
    }
}
