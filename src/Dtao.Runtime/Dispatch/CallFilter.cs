namespace Dtao.Runtime.Dispatch;

/// <summary>What an origin may ask for, within what an outer restriction allows.</summary>
/// <param name="Allows">The rule.</param>
/// <param name="Outer">The restriction around it; null when there is none.</param>
internal sealed record CallFilter(Func<ICall, bool> Allows, CallFilter? Outer);
