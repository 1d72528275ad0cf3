using Dtao.Numerics;

namespace Dtao.Lab.Runs;

/// <summary>A validator's stake on root, before and after a run.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="RootStakeAtStart">TAO on root behind its hotkey at the start.</param>
/// <param name="RootStakeAtEnd">The same at the end, dividends included.</param>
public sealed record ValidatorStanding(string Name, Tao RootStakeAtStart, Tao RootStakeAtEnd);
