using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Migrations;

/// <summary>What versions before dTAO stored and no version since writes.</summary>
/// <remarks>
/// Kept so that a state of the chain keeps every entry. Source: docs/spec/state.md#items.
/// </remarks>
internal sealed class LegacyLedger
{
    private readonly SubnetItem<LoadedPayment[]?> _loadedEmission;

    public LegacyLedger(StateLayer state)
    {
        _loadedEmission = state.Open(Storage.LoadedEmission);
        state.Open(Storage.Identities);
        state.Open(Storage.SubnetIdentities);
    }

    /// <summary>Payments of the subnet wait, for whomever.</summary>
    public bool HasPayments(NetUid subnet) => _loadedEmission[subnet] is not null;

    /// <summary>Names another hotkey wherever the old one waits for a payment.</summary>
    public void RenameHotkey(Hotkey old, Hotkey replacement, NetUid subnet)
    {
        if (_loadedEmission[subnet] is not { } payments) return;
        _loadedEmission[subnet] = Array.ConvertAll(
            payments,
            payment => payment.Hotkey == old ? payment with { Hotkey = replacement } : payment);
    }

    /// <summary>What older versions left in the state.</summary>
    private static class Storage
    {
        /// <summary>Payments that waited for a block before dTAO. Unit: rao.</summary>
        public static readonly SubnetDescriptor<LoadedPayment[]?> LoadedEmission =
            Declare.BySubnet<LoadedPayment[]?>(
                "LoadedEmission", Shapes.List(LoadedPayment.Shape)!, null, "rao");

        /// <summary>
        /// Identities of coldkeys in the old form; nothing reads them. Unit: none.
        /// </summary>
        public static readonly MapDescriptor<Coldkey, byte[][]?> Identities =
            Declare.ByColdkey<byte[][]?>("Identities", Texts(6)!, null, "none");

        /// <summary>
        /// Identities of subnets in the old form; nothing reads them. Unit: none.
        /// </summary>
        public static readonly SubnetDescriptor<byte[][]?> SubnetIdentities =
            Declare.BySubnet<byte[][]?>(
                "SubnetIdentities", Texts(3)!, null, "none", KeyHasher.Blake2_128Concat);

        /// <summary>A fixed number of texts, one after the other.</summary>
        private static Shape<byte[][]> Texts(int count) => new(
            $"({string.Join(", ", Enumerable.Repeat("list<u8>", count))})",
            static (to, values) =>
            {
                foreach (byte[] value in values)
                {
                    to.WriteBytes(value);
                }
            },
            (ref from) =>
            {
                byte[][] values = new byte[count][];
                for (int index = 0; index < count; index++)
                {
                    values[index] = from.ReadBytes();
                }

                return values;
            });
    }

    /// <summary>A payment that waited, in parts for the miner and for those behind it.</summary>
    private readonly record struct LoadedPayment(Hotkey Hotkey, ulong Server, ulong Validator)
    {
        public static readonly Shape<LoadedPayment> Shape = new(
            "(account, u64, u64)",
            static (to, value) =>
            {
                Shapes.Hotkey.Write(to, value.Hotkey);
                to.WriteU64(value.Server);
                to.WriteU64(value.Validator);
            },
            static (ref from) => new(
                Shapes.Hotkey.Read(ref from), from.ReadU64(), from.ReadU64()));
    }
}
