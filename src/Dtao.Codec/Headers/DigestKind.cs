namespace Dtao.Codec.Headers;

/// <summary>Kinds of items in a header's digest, with their wire numbers.</summary>
/// <remarks>Source: docs/spec/codec.md#headers.</remarks>
public enum DigestKind
{
    /// <summary>Bytes of no engine.</summary>
    Other = 0,

    /// <summary>A message of the runtime to an engine.</summary>
    Consensus = 4,

    /// <summary>What the author puts last: his signature.</summary>
    Seal = 5,

    /// <summary>A message of an engine to the runtime, for example the slot.</summary>
    PreRuntime = 6,

    /// <summary>The code or the heap pages changed; nothing follows.</summary>
    RuntimeEnvironmentUpdated = 8,
}
