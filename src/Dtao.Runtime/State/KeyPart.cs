using Dtao.Crypto;

namespace Dtao.Runtime.State;

/// <summary>One key of a storage map: its shape and how it is hashed.</summary>
/// <param name="Shape">Encoded shape, for example <c>u16</c> or <c>account</c>.</param>
/// <param name="Hasher">Hasher of this key on the wire.</param>
public readonly record struct KeyPart(string Shape, KeyHasher Hasher);
