using System.Text;
using Dtao.Crypto;
using Dtao.Runtime.Spec;
using Dtao.Runtime.State;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.State;

/// <summary>The digest of a state, written down a second time as the specification has it.
/// </summary>
public class StateHashTests
{
    [Fact]
    public void It_is_that_of_all_entries_in_the_order_of_their_storage_keys()
    {
        Chain chain = RandomChain(2_107);

        byte[] hash = chain.State.Hash();

        List<byte> content = [];
        foreach ((byte[] key, byte[] value) in chain.State.Items
            .SelectMany(Entries)
            .OrderBy(static entry => Convert.ToHexString(entry.Key), StringComparer.Ordinal))
        {
            content.AddRange(BitConverter.GetBytes(key.Length));
            content.AddRange(key);
            content.AddRange(BitConverter.GetBytes(value.Length));
            content.AddRange(value);
        }

        Assert.Equal(Blake2b.Hash256([.. content]), hash);
    }

    [Fact]
    public void The_pairs_are_the_same_entries_in_the_same_order()
    {
        Chain chain = RandomChain(2_108);

        IReadOnlyList<KeyValuePair<byte[], byte[]>> pairs = chain.State.Pairs();

        Assert.Equal(
            chain.State.Items.SelectMany(Entries).Select(TextOf)
                .Order(StringComparer.Ordinal),
            pairs.Select(static pair => TextOf((pair.Key, pair.Value))));
    }

    [Fact]
    public void It_costs_no_object_for_an_entry()
    {
        Chain chain = RandomChain(2_109);
        const int Entries = 40_000;
        for (int number = 0; number < Entries; number++)
        {
            chain.Put("Owner", number, number);
        }

        chain.State.Hash();
        long before = GC.GetAllocatedBytesForCurrentThread();
        chain.State.Hash();
        long after = GC.GetAllocatedBytesForCurrentThread();

        // The memory is borrowed; were it new every time, it would be less than half of this.
        Assert.InRange(after - before, 0, Entries * 500);
    }

    private static Chain RandomChain(ulong seed)
    {
        Draws draws = Draws.For(seed);
        Chain chain = new(Specs.Latest);
        foreach (IStorageItem item in chain.State.Items)
        {
            for (int round = 0; round < 12; round++)
            {
                byte[] key = StateModel.FewKeys(item, draws);
                item.Put(key, RandomWire.Encode(item.ValueShape, draws));
            }
        }

        return chain;
    }

    private static IEnumerable<(byte[] Key, byte[] Value)> Entries(IStorageItem item)
    {
        foreach ((byte[] own, byte[] value) in item.Entries())
        {
            List<byte> key =
            [
                .. Twox.Hash128(Encoding.ASCII.GetBytes(item.Pallet)),
                .. Twox.Hash128(Encoding.ASCII.GetBytes(item.Name)),
            ];
            int at = 0;
            foreach (KeyPart part in item.Keys)
            {
                int width = part.Shape switch
                {
                    "u16" => 2,
                    "u32" => 4,
                    "u64" => 8,
                    "account" => 32,
                    _ => own.Length - at,
                };
                key.AddRange(part.Hasher.HashKey(own.AsSpan(at, width)));
                at += width;
            }

            yield return ([.. key], value);
        }
    }

    private static string TextOf((byte[] Key, byte[] Value) entry) =>
        $"{Convert.ToHexString(entry.Key)} {Convert.ToHexString(entry.Value)}";
}
