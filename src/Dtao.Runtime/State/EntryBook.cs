using System.Buffers;
using System.Buffers.Binary;
using Dtao.Codec;
using Dtao.Crypto;

namespace Dtao.Runtime.State;

/// <summary>All entries of one item in encoded form, in one block of borrowed memory.</summary>
/// <remarks>
/// The item writes a key and a value and closes the entry. A whole state has some hundred
/// thousand entries: nothing here costs an object for each of them.
/// </remarks>
internal sealed class EntryBook : IDisposable
{
    private const int LengthSize = sizeof(int);
    private const int FirstSize = 4_096;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
    private Place[] _places = ArrayPool<Place>.Shared.Rent(FirstSize / 16);
    private IReadOnlyList<KeyPart>? _hashedParts;
    private byte[] _prefix = [];
    private int _count;
    private int _used;

    /// <summary>Takes the encoded keys of the next entry.</summary>
    public ScaleWriter Key { get; } = new();

    /// <summary>Takes the encoded value of the next entry.</summary>
    public ScaleWriter Value { get; } = new();

    /// <summary>Reads an item instead of what was here; its keys stay as they are.</summary>
    public void ReadPlain(StorageItem item) => Read(item, hashedParts: null, prefix: []);

    /// <summary>
    /// Reads an item instead of what was here, with its storage keys and in their order.
    /// </summary>
    public void ReadHashed(StorageItem item)
    {
        Read(item, item.Keys, StorageKey.Prefix(item.Pallet, item.Name));
        _places.AsSpan(0, _count).Sort(Compare);
    }

    /// <summary>Ends an entry.</summary>
    public void Close()
    {
        ReadOnlySpan<byte> key = Key.Written;
        ReadOnlySpan<byte> value = Value.Written;
        int most = _hashedParts is null
            ? key.Length
            : _prefix.Length + StorageKey.MostHashed(_hashedParts, key.Length);
        Reserve((2 * LengthSize) + most + value.Length);
        Span<byte> free = _bytes.AsSpan(_used);
        int keyLength = WriteKey(key, free[LengthSize..]);
        BinaryPrimitives.WriteInt32LittleEndian(free, keyLength);
        Span<byte> rest = free[(LengthSize + keyLength)..];
        BinaryPrimitives.WriteInt32LittleEndian(rest, value.Length);
        value.CopyTo(rest[LengthSize..]);
        ReadOnlySpan<byte> ownKey = free.Slice(LengthSize, keyLength)[_prefix.Length..];
        _places[_count++] = new(HeadOf(ownKey), _used, keyLength, value.Length);
        _used += (2 * LengthSize) + keyLength + value.Length;
        Key.Clear();
        Value.Clear();
    }

    /// <summary>Adds all entries to a digest, each key and value after its length.</summary>
    public void AppendTo(RunningBlake2b digest)
    {
        foreach (ref readonly Place place in _places.AsSpan(0, _count))
        {
            int length = (2 * LengthSize) + place.KeyLength + place.ValueLength;
            digest.Append(_bytes.AsSpan(place.Start, length));
        }
    }

    /// <summary>The entries as objects of their own.</summary>
    public List<KeyValuePair<byte[], byte[]>> ToPairs()
    {
        List<KeyValuePair<byte[], byte[]>> pairs = new(_count);
        foreach (ref readonly Place place in _places.AsSpan(0, _count))
        {
            int value = place.Start + place.KeyLength + (2 * LengthSize);
            pairs.Add(new(
                KeyOf(place).ToArray(), _bytes.AsSpan(value, place.ValueLength).ToArray()));
        }

        return pairs;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        ArrayPool<Place>.Shared.Return(_places);
        _bytes = [];
        _places = [];
    }

    private ReadOnlySpan<byte> KeyOf(in Place place) =>
        _bytes.AsSpan(place.Start + LengthSize, place.KeyLength);

    private int Compare(Place left, Place right)
    {
        int byHead = left.Head.CompareTo(right.Head);
        return byHead != 0 ? byHead : KeyOf(left).SequenceCompareTo(KeyOf(right));
    }

    private void Read(StorageItem item, IReadOnlyList<KeyPart>? hashedParts, byte[] prefix)
    {
        _count = 0;
        _used = 0;
        _hashedParts = hashedParts;
        _prefix = prefix;
        item.WriteEntries(this);
    }

    private int WriteKey(ReadOnlySpan<byte> key, Span<byte> destination)
    {
        if (_hashedParts is null)
        {
            key.CopyTo(destination);
            return key.Length;
        }

        _prefix.CopyTo(destination);
        return _prefix.Length
            + StorageKey.Hashed(_hashedParts, key, destination[_prefix.Length..]);
    }

    /// <summary>The first eight bytes as a number that sorts as they do.</summary>
    private static ulong HeadOf(ReadOnlySpan<byte> key)
    {
        Span<byte> head = stackalloc byte[sizeof(ulong)];
        head.Clear();
        key[..Math.Min(key.Length, head.Length)].CopyTo(head);
        return BinaryPrimitives.ReadUInt64BigEndian(head);
    }

    private void Reserve(int size)
    {
        if (_count == _places.Length)
        {
            Place[] places = ArrayPool<Place>.Shared.Rent(_count * 2);
            _places.AsSpan(0, _count).CopyTo(places);
            ArrayPool<Place>.Shared.Return(_places);
            _places = places;
        }

        if (_bytes.Length - _used >= size) return;
        byte[] bytes = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _used + size));
        _bytes.AsSpan(0, _used).CopyTo(bytes);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = bytes;
    }

    /// <summary>Where an entry lies, and how its key begins.</summary>
    private readonly record struct Place(ulong Head, int Start, int KeyLength, int ValueLength);
}
