using System.Buffers.Binary;
using System.Numerics;
using Dtao.Fuzz.Worlds;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.State;

namespace Dtao.Fuzz.Model;

/// <summary>What the model reads of a chain but does not follow: parameters and flags.</summary>
internal sealed class Parameters(Chain chain)
{
    /// <summary>Version that runs.</summary>
    public int Version => chain.Spec.Version;

    /// <summary>Present block.</summary>
    public BigInteger Block => chain.Block.Value;

    /// <summary>Subnets, root included, in the chain's order of iteration.</summary>
    public IReadOnlyList<ushort> Subnets()
    {
        IStorageItem item = RawStorage.Item(chain, RawStorage.Economy, "NetworksAdded");
        return [.. item.Entries()
            .Where(static entry => entry.Value is [1])
            .OrderBy(entry => Convert.ToHexString(StorageKey.Hashed(item.Keys, entry.Key)),
                StringComparer.Ordinal)
            .Select(static entry => BinaryPrimitives.ReadUInt16LittleEndian(entry.Key))];
    }

    /// <summary>The subnet exists.</summary>
    public bool Exists(ushort subnet) => Of("NetworksAdded", subnet) == 1;

    /// <summary>A number of a subnet.</summary>
    public BigInteger Of(string name, ushort subnet) => RawStorage.Number(chain, name, subnet);

    /// <summary>A number of the chain.</summary>
    public BigInteger Of(string name) => RawStorage.Number(chain, name);

    /// <summary>A signed number of 16 bytes, of a subnet.</summary>
    public BigInteger Wide(string name, ushort subnet) =>
        new(RawStorage.Read(chain, name, RawStorage.KeyOf(subnet)));

    /// <summary>A signed number of 16 bytes, of the chain.</summary>
    public BigInteger Wide(string name) => new(RawStorage.Read(chain, name));

    /// <summary>Tempo of a subnet; what is not stored depends on the version.</summary>
    public BigInteger TempoOf(ushort subnet)
    {
        bool isStored = RawStorage.Item(chain, RawStorage.Economy, "Tempo").Entries()
            .Any(entry => entry.Key.AsSpan().SequenceEqual(RawStorage.KeyOf(subnet)));
        if (isStored) return Of("Tempo", subnet);
        return Version <= 239 ? 99 : 360;
    }

    /// <summary>An account; all zero when there is none.</summary>
    public AccountModel AccountOf(AccountId who)
    {
        byte[] key = new byte[AccountId.Size];
        who.CopyTo(key);
        foreach ((byte[] own, byte[] account) in
            RawStorage.Item(chain, "System", "Account").Entries())
        {
            if (!own.AsSpan().SequenceEqual(key)) continue;
            return new(
                BinaryPrimitives.ReadUInt32LittleEndian(account.AsSpan(4)),
                BinaryPrimitives.ReadUInt32LittleEndian(account.AsSpan(8)),
                BinaryPrimitives.ReadUInt64LittleEndian(account.AsSpan(16)),
                BinaryPrimitives.ReadUInt64LittleEndian(account.AsSpan(24)),
                BinaryPrimitives.ReadUInt64LittleEndian(account.AsSpan(32)));
        }

        return default;
    }

    /// <summary>Members of the senate.</summary>
    public IReadOnlySet<AccountId> Senate() => RawStorage
        .Item(chain, "SenateMembers", "Members").Entries()
        .SelectMany(static entry => RawStorage.AccountsIn(entry.Value))
        .ToHashSet();
}
