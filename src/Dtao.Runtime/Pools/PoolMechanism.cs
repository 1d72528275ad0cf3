namespace Dtao.Runtime.Pools;

/// <summary>How a subnet's token trades. The numbers are the chain's.</summary>
public enum PoolMechanism : ushort
{
    /// <summary>One alpha is one TAO, always.</summary>
    Stable = 0,

    /// <summary>Constant product.</summary>
    Dynamic = 1,
}
