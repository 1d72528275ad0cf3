namespace Dtao.Numerics;

/// <summary>The key with which a neuron works: it serves, sets weights and gathers stake.</summary>
/// <param name="Account">Account id of the key.</param>
public readonly record struct Hotkey(AccountId Account) : IComparable<Hotkey>
{
    /// <inheritdoc/>
    public int CompareTo(Hotkey other) => Account.CompareTo(other.Account);

    /// <summary>The hexadecimal text.</summary>
    public override string ToString() => Account.ToString();
}
