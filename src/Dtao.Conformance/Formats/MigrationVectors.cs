using Dtao.Codec;
using Dtao.Conformance.State;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.State;

namespace Dtao.Conformance.Formats;

/// <summary>What an upgrade does to the storage, from arbitrary states.</summary>
internal static class MigrationVectors
{
    private const string Flags = "HasMigrationRun";
    private const string StakeMap = "Stake";

    /// <summary>The format.</summary>
    public static VectorFormat Format { get; } = new(
        "migration", new Dictionary<string, Action<VectorNode>> { ["upgrades"] = Run });

    private static void Run(VectorNode upgrade)
    {
        upgrade["id"].Note();
        ChainUnderTest test = ChainUnderTest.Start(
            upgrade, NetworkVectors.Before(upgrade.Log.Spec));
        test.At(upgrade["block"]);
        foreach (VectorNode row in upgrade["stake_map"].Items())
        {
            (byte[] key, byte[] value) = StakeRow(row, test.Accounts);
            Item(test.Chain, StakeMap).Put(key, value);
        }

        foreach (VectorNode flag in upgrade["flags"].Items())
        {
            Item(test.Chain, Flags).Put(NameKey(flag.Text()), [1]);
        }

        test.Chain.UpgradeTo(upgrade.Log.Spec);

        test.ExpectPatch(upgrade["patch"]);
        ExpectSame(
            upgrade["stake_map_after"], Item(test.Chain, StakeMap),
            row => StakeRow(row, test.Accounts));
        ExpectSame(
            upgrade["flags_after"], Item(test.Chain, Flags),
            static flag => (NameKey(flag.Text()), [1]));
    }

    private static IStorageItem Item(Chain chain, string name) =>
        chain.State.Find(ItemDescriptor.Subtensor, name)!;

    private static byte[] NameKey(string name)
    {
        ScaleWriter writer = new();
        writer.WriteBytes(System.Text.Encoding.UTF8.GetBytes(name));
        return writer.ToArray();
    }

    private static (byte[] Key, byte[] Value) StakeRow(VectorNode row, Accounts accounts)
    {
        IReadOnlyList<VectorNode> parts = row.Items();
        if (parts.Count != 3)
        {
            throw new VectorFormatException($"{row.Path}: hotkey, coldkey and amount are needed");
        }

        byte[] key = new byte[2 * AccountId.Size];
        accounts.Of(parts[0]).CopyTo(key);
        accounts.Of(parts[1]).CopyTo(key.AsSpan(AccountId.Size));
        ScaleWriter amount = new();
        amount.WriteU64(parts[2].Number<ulong>());
        return (key, amount.ToArray());
    }

    /// <summary>Expects the entries of an item to be those of a list, in any order.</summary>
    private static void ExpectSame(
        VectorNode list, IStorageItem item, Func<VectorNode, (byte[] Key, byte[] Value)> read)
    {
        Dictionary<byte[], byte[]> stored = new(ByteComparer.Instance);
        foreach ((byte[] key, byte[] value) in item.Entries())
        {
            stored.Add(key, value);
        }

        foreach (VectorNode row in list.Items())
        {
            (byte[] key, byte[] value) = read(row);
            if (!stored.Remove(key, out byte[]? own))
            {
                list.Log.Report(row.Path, row.Element.GetRawText(), "nothing stored");
            }
            else if (!own.AsSpan().SequenceEqual(value))
            {
                list.Log.Report(
                    row.Path, row.Element.GetRawText(), $"bytes {Convert.ToHexStringLower(own)}");
            }
        }

        if (stored.Count > 0)
        {
            list.Log.Report(list.Path, $"{list.Items().Count} entries", $"{stored.Count} more");
        }
    }
}
