using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Spec;

namespace Dtao.Conformance.Formats;

/// <summary>The share pool of one hotkey on one subnet.</summary>
internal static class SharePoolVectors
{
    private static readonly NetUid Subnet = new(1);
    private static readonly Hotkey Hotkey = new(AccountOf(ushort.MaxValue));

    /// <summary>The format.</summary>
    public static VectorFormat Format { get; } = new(
        "share_pool",
        new Dictionary<string, Action<VectorNode>>
        {
            ["sequences"] = RunSequence,
            ["single"] = RunSingle,
        });

    private static void RunSequence(VectorNode sequence)
    {
        Chain chain = new(sequence.Log.Spec);
        foreach (VectorNode operation in sequence["ops"].Items())
        {
            Apply(operation, chain);
            ExpectState(operation["state"], chain);
            if (sequence.Log.First is not null) return;
        }
    }

    private static void RunSingle(VectorNode node)
    {
        Chain chain = new(node.Log.Spec);
        Coldkey key = KeyOf(node["key"].Text(), node.Path);
        StoredItem.Of(chain, "TotalHotkeyAlpha").Put(
            Hotkey, Subnet, node["total_value"].Number<ulong>());
        StoredItem.Of(chain, "TotalHotkeyShares").Put(
            Hotkey, Subnet, U64F64.FromBits(node["denominator"].Number<UInt128>()));
        StoredItem.Of(chain, "Alpha").Put(
            Hotkey, key, Subnet, U64F64.FromBits(node["share"].Number<UInt128>()));
        node["value"].Expect(chain.Stakes.StakeOf(Hotkey, key, Subnet).Rao);
        node["sim_increase"].Expect(IsPreciseEnough(node, chain));
        Apply(node, chain);
        ExpectState(node["after"], chain);
    }

    private static void Apply(VectorNode node, Chain chain)
    {
        Alpha amount = Alpha.FromRao(node["amount"].Number<ulong>());
        string operation = node["op"].Text();
        VectorNode returned = node["returned"];
        switch (operation)
        {
            case "increase":
                Coldkey receiver = KeyOf(node["key"].Text(), node.Path);
                ExpectReturned(
                    returned, chain.Stakes.AddShares(Hotkey, receiver, Subnet, amount));
                break;
            case "decrease":
                Coldkey payer = KeyOf(node["key"].Text(), node.Path);
                ExpectReturned(
                    returned, chain.Stakes.RemoveShares(Hotkey, payer, Subnet, amount));
                break;
            case "increase_all":
                chain.Stakes.AddToAll(Hotkey, Subnet, amount);
                returned.Expect(null);
                break;
            case "decrease_all":
                chain.Stakes.TakeFromAll(Hotkey, Subnet, amount);
                returned.Expect(null);
                break;
            case "sim_increase":
                returned.Expect(IsPreciseEnough(node, chain));
                break;
            default:
                throw new VectorFormatException($"{node.Path}.op: '{operation}' is unknown");
        }
    }

    /// <summary>
    /// Before spec 244 nothing is returned; the files then say that it went through.
    /// </summary>
    private static void ExpectReturned(VectorNode returned, Alpha actual)
    {
        if (returned.Log.Spec.SharePool == SharePoolRule.First) returned.Expect(true);
        else returned.Expect(actual.Rao);
    }

    /// <summary>Before spec 239 there is no such test.</summary>
    private static bool? IsPreciseEnough(VectorNode node, Chain chain) =>
        node.Log.Spec.ChecksPrecision
            ? chain.Stakes.IsPreciseEnough(
                Hotkey, Subnet, Alpha.FromRao(node["amount"].Number<ulong>()))
            : null;

    private static void ExpectState(VectorNode state, Chain chain)
    {
        state["total_value"].Expect(chain.Stakes.StakeOf(Hotkey, Subnet).Rao);
        state["denominator"].Expect(chain.Stakes.PoolOf(Hotkey, Subnet).Denominator.Bits);
        VectorNode shares = state["shares"];
        foreach ((string name, VectorNode value) in state["values"].Fields())
        {
            Coldkey key = KeyOf(name, value.Path);
            value.Expect(chain.Stakes.StakeOf(Hotkey, key, Subnet).Rao);
            ExpectShares(shares, name, chain.Stakes.SharesIfStored(Hotkey, key, Subnet));
        }
    }

    private static void ExpectShares(VectorNode shares, string name, U64F64? stored)
    {
        if (shares.Find(name) is { } expected)
        {
            expected.Expect(stored?.Bits);
        }
        else if (stored is { } unexpected)
        {
            shares.Log.Report($"{shares.Path}.{name}", "nothing stored", $"{unexpected.Bits}");
        }
    }

    private static Coldkey KeyOf(string label, string path) =>
        label.StartsWith('c') && ushort.TryParse(label.AsSpan(1), out ushort number)
            ? new Coldkey(AccountOf(number))
            : throw new VectorFormatException($"{path}: '{label}' is no coldkey like c0");

    private static AccountId AccountOf(ushort number)
    {
        byte[] bytes = new byte[AccountId.Size];
        BitConverter.TryWriteBytes(bytes.AsSpan(1), number);
        bytes[0] = 1;
        return AccountId.FromBytes(bytes);
    }
}
