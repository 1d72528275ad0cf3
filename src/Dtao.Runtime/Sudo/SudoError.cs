namespace Dtao.Runtime.Sudo;

/// <summary>Errors of the pallet <c>Sudo</c> with their wire numbers.</summary>
/// <remarks>Source: docs/spec/errors.md.</remarks>
public enum SudoError
{
    /// <summary>Another account than the sudo key.</summary>
    RequireSudo = 0,
}
