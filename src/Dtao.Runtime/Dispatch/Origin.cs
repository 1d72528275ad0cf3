using Dtao.Numerics;

namespace Dtao.Runtime.Dispatch;

/// <summary>Who stands behind a call: nobody, an account, or the chain's root.</summary>
/// <remarks>The default value is <see cref="None"/>. Source: docs/spec/dispatch.md#origins.</remarks>
public readonly record struct Origin
{
    private readonly AccountId? _signer;

    private Origin(AccountId? signer, bool isRoot)
    {
        _signer = signer;
        IsRoot = isRoot;
    }

    /// <summary>Nobody: inherents and unsigned extrinsics.</summary>
    public static Origin None => default;

    /// <summary>The chain's root, which governance and the scheduler speak as.</summary>
    public static Origin Root => new(signer: null, isRoot: true);

    /// <summary>The chain's root stands behind the call.</summary>
    public bool IsRoot { get; }

    /// <summary>The account that signed; null for nobody and for root.</summary>
    public AccountId? Signer => _signer;

    /// <summary>An account.</summary>
    public static Origin Signed(AccountId signer) => new(signer, isRoot: false);
}
