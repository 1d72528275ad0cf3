using Dtao.Crypto;
using Dtao.Numerics;
using static Dtao.Crypto.KeyHasher;

namespace Dtao.Runtime.State;

/// <summary>Short forms in which ledgers declare the items of the economy's pallet.</summary>
/// <remarks>Every form says, in this order: wire name, value when absent, unit.</remarks>
internal static class Declare
{
    /// <summary>An item that a later release introduced, which only its rules write.</summary>
    public static T Later<T>(int release, T item)
        where T : ItemDescriptor => (T)((ItemDescriptor)item with { Since = release });

    public static ValueDescriptor<T> Value<T>(
        string wire, Shape<T> shape, T whenAbsent, string unit) =>
        new(ItemDescriptor.Subtensor, wire, shape, whenAbsent, unit);

    public static SubnetDescriptor<T> BySubnet<T>(
        string wire, Shape<T> shape, T whenAbsent, string unit, KeyHasher hasher = Identity) =>
        new(ItemDescriptor.Subtensor, wire, hasher, shape, whenAbsent, unit);

    public static NeuronDescriptor<T> ByUid<T>(
        string wire, Shape<T> shape, T whenAbsent, string unit) =>
        new(ItemDescriptor.Subtensor, wire, shape, whenAbsent, unit);

    public static MapDescriptor<Hotkey, T> ByHotkey<T>(
        string wire, Shape<T> shape, T whenAbsent, string unit,
        KeyHasher hasher = Blake2_128Concat) =>
        new(ItemDescriptor.Subtensor, wire, [new("account", hasher)], Shapes.Hotkey, shape,
            whenAbsent, unit);

    public static MapDescriptor<Coldkey, T> ByColdkey<T>(
        string wire, Shape<T> shape, T whenAbsent, string unit) =>
        new(ItemDescriptor.Subtensor, wire, [new("account", Blake2_128Concat)], Shapes.Coldkey,
            shape, whenAbsent, unit);

    /// <summary>Keys on the wire: hotkey, subnet.</summary>
    public static SubnetMapDescriptor<Hotkey, T> ByHotkeyAndSubnet<T>(
        string wire, Shape<T> shape, T whenAbsent, string unit) =>
        new(ItemDescriptor.Subtensor, wire,
            [new("account", Blake2_128Concat), new("u16", Identity)],
            SubnetKeyPlace.Last, Shapes.Hotkey, shape, whenAbsent, unit);

    /// <summary>Keys on the wire: subnet, hotkey.</summary>
    public static SubnetMapDescriptor<Hotkey, T> BySubnetAndHotkey<T>(
        string wire, Shape<T> shape, T whenAbsent, string unit) =>
        new(ItemDescriptor.Subtensor, wire,
            [new("u16", Identity), new("account", Blake2_128Concat)],
            SubnetKeyPlace.First, Shapes.Hotkey, shape, whenAbsent, unit);
}
