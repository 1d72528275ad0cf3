using Dtao.Numerics;

namespace Dtao.Runtime.Staking;

/// <summary>One coldkey's stake behind a hotkey on a subnet, opened for several changes.</summary>
/// <remarks>
/// Reads the pool once and, when it is closed, writes what became different once. The result is
/// that of the single changes. Between opening and closing nothing else may write the pool.
/// Source: docs/spec/staking.md#share-pool.
/// </remarks>
internal ref struct StakePosition
{
    private SharePool _pool;
    private U64F64 _shares;
    private ulong _asked;
    private ulong _bits;

    /// <summary>Opens a position as it is stored.</summary>
    public StakePosition(StakePlaces places, SharePool pool, U64F64 shares)
    {
        Places = places;
        PoolBefore = pool;
        SharesBefore = shares;
        _pool = pool;
        _shares = shares;
    }

    /// <summary>Where the three entries lie.</summary>
    public StakePlaces Places { get; }

    /// <summary>The pool of the hotkey when the position was opened.</summary>
    public SharePool PoolBefore { get; }

    /// <summary>The coldkey's shares when the position was opened.</summary>
    public U64F64 SharesBefore { get; }

    /// <summary>The pool of the hotkey now.</summary>
    public readonly SharePool Pool => _pool;

    /// <summary>The coldkey's shares now.</summary>
    public readonly U64F64 Shares => _shares;

    /// <summary>
    /// What the value was changed by beyond what was asked for, where the pool may have stopped
    /// at an end of its range; zero elsewhere. Unit: 10^-9 alpha; rao on root.
    /// </summary>
    /// <remarks>The few amounts of a position stay in range while all are below 2^61.</remarks>
    public readonly long Beyond => (_bits | PoolBefore.Value.Rao) >> 61 == 0
        ? 0
        : unchecked((long)(_pool.Value.Rao - PoolBefore.Value.Rao - _asked));

    /// <summary>Adds to the stake of the coldkey.</summary>
    public void Add(Alpha amount)
    {
        _asked = unchecked(_asked + amount.Rao);
        _bits |= amount.Rao;

        // Nothing added to a pool with shares moves nothing; without shares the rules differ.
        if (amount == Alpha.Zero && _pool.Denominator != U64F64.Zero) return;
        _pool = _pool.Change(_shares, unchecked((long)amount.Rao), out _shares, out _);
    }

    /// <summary>Adds to the value of the pool: every holder gains in proportion.</summary>
    public void AddToAll(Alpha amount)
    {
        _asked = unchecked(_asked + amount.Rao);
        _bits |= amount.Rao;
        if (amount != Alpha.Zero) _pool = _pool.AddToAll(unchecked((long)amount.Rao));
    }
}

/// <summary>Where the entries of a position lie in their tables; negative when absent.</summary>
/// <param name="Value">Value of the hotkey's pool.</param>
/// <param name="Denominator">All shares of the hotkey's pool.</param>
/// <param name="Shares">Shares of the coldkey.</param>
internal readonly record struct StakePlaces(int Value, int Denominator, int Shares)
{
    /// <summary>The places behind those that were found; where nothing was, it stays.</summary>
    /// <remarks>Tables keep entries in the order in which they came, as uids do.</remarks>
    public StakePlaces Behind(in StakePlaces found) => new(
        found.Value < 0 ? Value : found.Value + 1,
        found.Denominator < 0 ? Denominator : found.Denominator + 1,
        found.Shares < 0 ? Shares : found.Shares + 1);
}
