namespace Dtao.Runtime.Proxies;

/// <summary>Errors of the pallet <c>Proxy</c> with their wire numbers.</summary>
/// <remarks>Source: docs/spec/errors.md.</remarks>
public enum ProxyError
{
    /// <summary>More proxies or announcements than allowed.</summary>
    TooMany = 0,

    /// <summary>No such proxy or announcement.</summary>
    NotFound = 1,

    /// <summary>The signer is no proxy of the account.</summary>
    NotProxy = 2,

    /// <summary>A call that proxies may not make.</summary>
    Unproxyable = 3,

    /// <summary>The proxy exists already.</summary>
    Duplicate = 4,

    /// <summary>The signer is not the account that would be removed.</summary>
    NoPermission = 5,

    /// <summary>Not announced, or not long enough ago.</summary>
    Unannounced = 6,

    /// <summary>Nobody is his own proxy.</summary>
    NoSelfProxy = 7,
}
