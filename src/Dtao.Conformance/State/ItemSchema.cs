using System.Text;
using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Spec;
using Dtao.Runtime.State;

namespace Dtao.Conformance.State;

/// <summary>One storage item as the files know it: its name there, its keys, its value.</summary>
/// <param name="Name">Name in the files.</param>
/// <param name="Pallet">Pallet of the engine's item; empty when the engine has none.</param>
/// <param name="Wire">Wire name of the engine's item.</param>
/// <param name="Keys">Shapes of the keys.</param>
/// <param name="Value">Shape of the value.</param>
internal sealed record ItemSchema(
    string Name, string Pallet, string Wire, IReadOnlyList<string> Keys, ValueShape Value)
{
    /// <summary>Items of the engine that the files leave out, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> LeftOut =
        new Dictionary<string, string>
        {
            ["System.Number"] = "the present block is a field of the case, not of the state",
            ["Scheduler.Agenda"] = "no file schedules a call",
            ["SenateMembers.Members"] = "no file has a senate",
            ["SubtensorModule.HasMigrationRun"] = "shown by migration files only, as flags",
            ["SubtensorModule.Stake"] = "shown by migration files only, as the stake map",
        };

    private static readonly Dictionary<string, ItemSchema> Known = CreateKnown();

    /// <summary>The engine keeps the item.</summary>
    public bool IsModelled => Pallet.Length > 0;

    /// <summary>The item with this name in the files, or null.</summary>
    public static ItemSchema? Find(string name) => Known.GetValueOrDefault(name);

    /// <summary>The item as the engine names it, or null when the files leave it out.</summary>
    /// <exception cref="InvalidOperationException">Nobody decided about the item.</exception>
    public static ItemSchema? Of(IStorageItem item)
    {
        if (LeftOut.ContainsKey($"{item.Pallet}.{item.Name}")) return null;
        return Find(FileNameOf(item.Pallet, item.Name));
    }

    /// <summary>Appends a key that is given as text.</summary>
    /// <exception cref="FormatException">The text is no such key.</exception>
    public static byte[] EncodeKey(string shape, string text, Accounts accounts)
    {
        ScaleWriter writer = new();
        if (shape == "account")
        {
            byte[] bytes = new byte[AccountId.Size];
            accounts[text].CopyTo(bytes);
            return bytes;
        }

        if (shape != "u16" || !ushort.TryParse(text, out ushort number))
        {
            throw new FormatException($"'{text}' is no key of shape {shape}");
        }

        writer.WriteU16(number);
        return writer.ToArray();
    }

    /// <summary>Name and keys of an entry, for people.</summary>
    public string PathOf(byte[] key, Accounts accounts)
    {
        StringBuilder path = new(Name);
        ScaleReader reader = new(key);
        foreach (string shape in Keys)
        {
            string text = shape == "account"
                ? accounts.LabelOf(AccountId.FromBytes(reader.ReadRaw(AccountId.Size)))
                : $"{reader.ReadU16()}";
            path.Append('.').Append(text);
        }

        return path.ToString();
    }

    /// <summary>Text of an encoded value.</summary>
    public string TextOf(byte[] value, Accounts accounts)
    {
        ScaleReader reader = new(value);
        return Value.Read(ref reader, accounts);
    }

    private static string FileNameOf(string pallet, string wire) => (pallet, wire) switch
    {
        ("System", "Account") => "Balances",
        ("Balances", "TotalIssuance") => "BalancesTotalIssuance",
        _ => wire,
    };

    private static Dictionary<string, ItemSchema> CreateKnown()
    {
        Dictionary<string, ItemSchema> known = [];
        foreach (IStorageItem item in new Chain(Specs.Latest).State.Items)
        {
            if (LeftOut.ContainsKey($"{item.Pallet}.{item.Name}")) continue;
            string name = FileNameOf(item.Pallet, item.Name);
            known.Add(name, new(
                name,
                item.Pallet,
                item.Name,
                [.. item.Keys.Select(static key => key.Shape)],
                name == "Balances" ? new BalanceShape() : ValueShape.Parse(item.ValueShape)));
        }

        foreach ((string name, string[] keys) in CarriedShape.Items)
        {
            known.TryAdd(name, new(name, string.Empty, name, keys, new CarriedShape()));
        }

        return known;
    }
}
