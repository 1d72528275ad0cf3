using Dtao.Numerics;

namespace Dtao.Runtime.Dispatch;

/// <summary>Who stands behind a call: nobody, an account, or the chain's root.</summary>
/// <remarks>
/// The default value is <see cref="None"/>. Source: docs/spec/dispatch.md#origins.
/// </remarks>
public readonly record struct Origin
{
    private readonly AccountId? _signer;
    private readonly CallFilter? _filter;
    private readonly bool _isForeign;

    private Origin(AccountId? signer, bool isRoot, CallFilter? filter, bool isForeign = false)
    {
        _signer = signer;
        IsRoot = isRoot;
        _filter = filter;
        _isForeign = isForeign;
    }

    /// <summary>Nobody: inherents and unsigned extrinsics.</summary>
    public static Origin None => default;

    /// <summary>The chain's root, which governance and the scheduler speak as.</summary>
    public static Origin Root => new(signer: null, isRoot: true, filter: null);

    /// <summary>The chain's root stands behind the call.</summary>
    public bool IsRoot { get; }

    /// <summary>Nobody stands behind the call.</summary>
    public bool IsNone => !IsRoot && _signer is null && !_isForeign;

    /// <summary>The account that signed; null for nobody and for root.</summary>
    public AccountId? Signer => _signer;

    /// <summary>An origin of a part that is out of scope; no call accepts it.</summary>
    internal static Origin Foreign =>
        new(signer: null, isRoot: false, filter: null, isForeign: true);

    /// <summary>An account.</summary>
    public static Origin Signed(AccountId signer) => new(signer, isRoot: false, filter: null);

    /// <summary>Another account under the same restrictions.</summary>
    internal Origin As(AccountId signer) => new(signer, isRoot: false, _filter);

    /// <summary>The same origin, which may from now on only ask for what a rule allows.</summary>
    internal Origin Within(Func<ICall, bool> allows) =>
        new(_signer, IsRoot, new(allows, _filter), _isForeign);

    /// <summary>No restriction forbids the call; none binds root.</summary>
    internal bool Allows(ICall call)
    {
        if (IsRoot) return true;
        for (CallFilter? filter = _filter; filter is not null; filter = filter.Outer)
        {
            if (!filter.Allows(call)) return false;
        }

        return true;
    }
}
