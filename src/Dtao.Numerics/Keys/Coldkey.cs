namespace Dtao.Numerics;

/// <summary>The key that owns: balances, stake, hotkeys and subnets.</summary>
/// <param name="Account">Account id of the key.</param>
public readonly record struct Coldkey(AccountId Account) : IComparable<Coldkey>
{
    /// <inheritdoc/>
    public int CompareTo(Coldkey other) => Account.CompareTo(other.Account);

    /// <summary>The hexadecimal text.</summary>
    public override string ToString() => Account.ToString();
}
