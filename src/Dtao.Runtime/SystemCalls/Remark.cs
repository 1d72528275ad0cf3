using Dtao.Codec;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.SystemCalls;

/// <summary>Puts bytes into a block and changes nothing.</summary>
/// <remarks>Wire: System.remark. Source: docs/spec/dispatch.md#system.</remarks>
/// <param name="Content">The bytes.</param>
public sealed record Remark(byte[] Content) : ICall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SystemPallet, 0);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => to.WriteBytes(Content);

    internal static Remark Decode(ref ScaleReader from) => new(from.ReadBytes());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, Origin origin) =>
        origin.IsRoot || origin.Signer is not null
            ? DispatchResult.Ok
            : DispatchError.BadOrigin;
}
