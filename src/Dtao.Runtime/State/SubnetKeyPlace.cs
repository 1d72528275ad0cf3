namespace Dtao.Runtime.State;

/// <summary>Where the subnet stands among the keys of a storage map on the wire.</summary>
public enum SubnetKeyPlace
{
    /// <summary>Before all other keys.</summary>
    First,

    /// <summary>After one account and before the rest.</summary>
    SecondAfterAccount,

    /// <summary>After all other keys.</summary>
    Last,
}
