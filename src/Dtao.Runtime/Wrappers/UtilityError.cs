namespace Dtao.Runtime.Wrappers;

/// <summary>Errors of the pallet <c>Utility</c> with their wire numbers.</summary>
/// <remarks>Source: docs/spec/errors.md.</remarks>
public enum UtilityError
{
    /// <summary>A batch of more calls than allowed.</summary>
    TooManyCalls = 0,
}
