namespace Dtao.Runtime.State;

/// <summary>The identity of a storage item: wire names, hashers, unit.</summary>
/// <param name="Pallet">Pallet of the item.</param>
/// <param name="Name">Wire name of the item.</param>
/// <param name="Keys">Keys in wire order.</param>
/// <param name="Unit">Unit of the value, for people.</param>
public abstract record ItemDescriptor(
    string Pallet, string Name, IReadOnlyList<KeyPart> Keys, string Unit)
{
    /// <summary>Pallet that holds the economy and the consensus.</summary>
    public const string Subtensor = "SubtensorModule";

    /// <summary>
    /// Release that introduced the item, if it came after the versions of this runtime; 0 else.
    /// </summary>
    /// <remarks>Only a rule of a later release writes such an item.</remarks>
    public int Since { get; init; }

    internal abstract StorageItem CreateIn(StateLayer layer);
}

/// <summary>A descriptor whose column type is known.</summary>
/// <typeparam name="TItem">Column that holds the item.</typeparam>
public abstract record ItemDescriptor<TItem>(
    string Pallet, string Name, IReadOnlyList<KeyPart> Keys, string Unit)
    : ItemDescriptor(Pallet, Name, Keys, Unit)
    where TItem : StorageItem;
