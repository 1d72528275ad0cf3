using System.Buffers.Binary;
using System.Numerics;
using Dtao.Fuzz.Worlds;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.State;

namespace Dtao.Fuzz.Model;

/// <summary>Reads a book from the stored bytes of a chain.</summary>
internal static class BookReader
{
    private const int FreeOffset = 16;
    private const int ReservedOffset = 24;

    /// <summary>Everything the model follows, as the chain has it.</summary>
    public static Book Read(Chain chain)
    {
        Book book = new();
        foreach ((byte[] key, byte[] value) in Entries(chain, "System", "Account"))
        {
            AccountId who = AccountId.FromBytes(key);
            book.Free[who] = U64(value.AsSpan(FreeOffset));
            book.Reserved[who] = U64(value.AsSpan(ReservedOffset));
        }

        foreach ((byte[] key, byte[] value) in Entries(chain, RawStorage.Economy, "Owner"))
        {
            book.Owners[AccountId.FromBytes(key)] = AccountId.FromBytes(value);
        }

        ReadLists(chain, "OwnedHotkeys", book.Owned);
        ReadLists(chain, "StakingHotkeys", book.Staking);
        ReadStakes(chain, book);
        ReadPools(chain, book);
        book.Balances = Single(chain, "Balances", "TotalIssuance");
        book.TotalStake = Single(chain, RawStorage.Economy, "TotalStake");
        book.Issuance = Single(chain, RawStorage.Economy, "TotalIssuance");
        return book;
    }

    private static void ReadLists(
        Chain chain, string name, Dictionary<AccountId, IReadOnlyList<AccountId>> lists)
    {
        foreach ((byte[] key, byte[] value) in Entries(chain, RawStorage.Economy, name))
        {
            lists[AccountId.FromBytes(key)] = RawStorage.AccountsIn(value);
        }
    }

    private static void ReadStakes(Chain chain, Book book)
    {
        foreach ((byte[] key, byte[] value) in Entries(
            chain, RawStorage.Economy, "TotalHotkeyAlpha"))
        {
            book.Values[(Account(key, 0), Subnet(key, 32))] = U64(value);
        }

        foreach ((byte[] key, byte[] value) in Entries(
            chain, RawStorage.Economy, "TotalHotkeyShares"))
        {
            book.AllShares[(Account(key, 0), Subnet(key, 32))] = U128(value);
        }

        foreach ((byte[] key, byte[] value) in Entries(chain, RawStorage.Economy, "Alpha"))
        {
            book.Shares[(Account(key, 0), Account(key, 32), Subnet(key, 64))] = U128(value);
        }
    }

    private static void ReadPools(Chain chain, Book book)
    {
        Update("SubnetMechanism", static (pool, value) => pool with { IsDynamic = value == 1 });
        Update("SubnetTAO", static (pool, value) => pool with { Tao = value });
        Update("SubnetAlphaIn", static (pool, value) => pool with { Alpha = value });
        Update("SubnetAlphaOut", static (pool, value) => pool with { Outside = value });

        void Update(string name, Func<PoolModel, ulong, PoolModel> change)
        {
            foreach ((byte[] key, byte[] value) in Entries(chain, RawStorage.Economy, name))
            {
                ushort subnet = Subnet(key, 0);
                ulong amount = value.Length == 2
                    ? BinaryPrimitives.ReadUInt16LittleEndian(value)
                    : U64(value);
                book.Pools[subnet] = change(book.PoolOf(subnet), amount);
            }
        }
    }

    private static IEnumerable<KeyValuePair<byte[], byte[]>> Entries(
        Chain chain, string pallet, string name) => RawStorage.Item(chain, pallet, name).Entries();

    private static BigInteger Single(Chain chain, string pallet, string name)
    {
        IStorageItem item = RawStorage.Item(chain, pallet, name);
        foreach ((_, byte[] value) in item.Entries())
        {
            return U64(value);
        }

        return U64(item.DefaultScale);
    }

    private static AccountId Account(byte[] key, int offset) =>
        AccountId.FromBytes(key.AsSpan(offset, AccountId.Size));

    private static ushort Subnet(byte[] key, int offset) =>
        BinaryPrimitives.ReadUInt16LittleEndian(key.AsSpan(offset));

    private static ulong U64(ReadOnlySpan<byte> value) =>
        BinaryPrimitives.ReadUInt64LittleEndian(value);

    private static BigInteger U128(ReadOnlySpan<byte> value) =>
        BinaryPrimitives.ReadUInt128LittleEndian(value);
}
