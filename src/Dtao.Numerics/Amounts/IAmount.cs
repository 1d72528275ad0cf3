namespace Dtao.Numerics;

/// <summary>An amount counted in rao.</summary>
/// <typeparam name="TSelf">The unit.</typeparam>
public interface IAmount<TSelf>
    where TSelf : struct, IAmount<TSelf>
{
    /// <summary>The amount in rao.</summary>
    ulong Rao { get; }

    /// <summary>An amount given in rao.</summary>
    static abstract TSelf FromRao(ulong rao);
}
