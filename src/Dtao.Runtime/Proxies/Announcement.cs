using Dtao.Numerics;

namespace Dtao.Runtime.Proxies;

/// <summary>A call that a proxy announced.</summary>
/// <param name="Real">Account for which he will act.</param>
/// <param name="CallHash">BLAKE2b-256 of the encoded call.</param>
/// <param name="Height">Block of the announcement.</param>
/// <remarks>Source: docs/spec/dispatch.md#proxy.</remarks>
public readonly record struct Announcement(AccountId Real, Hash256 CallHash, uint Height);
