using Dtao.Numerics;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Registration;

/// <summary>Terms of registration: what is open, what it costs, how many came.</summary>
/// <remarks>Source: docs/spec/registration.md.</remarks>
public sealed partial class RegistrationLedger
{
    /// <summary>Blocks between two adjustments of a new subnet.</summary>
    internal const ushort FirstInterval = 360;

    /// <summary>Registrations that a new subnet aims at in an interval.</summary>
    internal const ushort FirstTarget = 1;

    /// <summary>Weight of old values in a new subnet, in units of 1/(2^64-1).</summary>
    internal const ulong FirstAlpha = 17_893_341_751_498_265_066;

    private readonly EventLog _events;

    /// <summary>Burned registration is open.</summary>
    public bool BurnIsOpen(NetUid subnet) => _burnAllowed[subnet];

    /// <summary>Proof-of-work registration is open.</summary>
    public bool WorkIsOpen(NetUid subnet) => _workAllowed[subnet];

    /// <summary>Cost of a burned registration. Unit: rao.</summary>
    public Tao Burn(NetUid subnet) => _burn[subnet];

    /// <summary>Difficulty of a proof-of-work registration.</summary>
    public ulong Difficulty(NetUid subnet) => _difficulty[subnet];

    /// <summary>No further registration fits this block.</summary>
    public bool BlockIsFull(NetUid subnet) => _thisBlock[subnet] >= _maximumPerBlock[subnet];

    /// <summary>No further registration fits this interval: three times the target came.</summary>
    public bool IntervalIsFull(NetUid subnet) =>
        _thisInterval[subnet] >= Math.Min(3 * _target[subnet], ushort.MaxValue);

    /// <summary>
    /// Adjusts burn and difficulty where the interval is over, and opens the block.
    /// </summary>
    internal void BeginBlock(IReadOnlyList<NetUid> subnets, BlockNumber now)
    {
        for (int index = 0; index < subnets.Count; index++)
        {
            NetUid subnet = subnets[index];
            ulong last = _lastAdjustment[subnet].Value;
            ulong age = now.Value > last ? now.Value - last : 0;
            if (age >= _adjustmentInterval[subnet]) Adjust(subnet, now);
            _thisBlock[subnet] = 0;
        }
    }

    /// <summary>Counts a burned registration.</summary>
    internal void CountBurned(NetUid subnet)
    {
        _burnThisInterval[subnet] = Next(_burnThisInterval[subnet]);
        CountAny(subnet);
        _recycled[subnet] = _recycled[subnet].SaturatingAdd(_burn[subnet]);
        if (!_events.IsKept) return;
        _events.Deposit(new RAORecycledForRegistrationSet(subnet, _recycled[subnet].Rao));
    }

    /// <summary>Counts a registration by proof of work.</summary>
    internal void CountWorked(NetUid subnet)
    {
        _workThisInterval[subnet] = Next(_workThisInterval[subnet]);
        CountAny(subnet);
    }

    /// <summary>Remembers work and its block; nothing ever asks for it.</summary>
    internal void RecordWork(byte[] work, BlockNumber now) => _usedWork[new(work)] = now;

    /// <summary>Counts a registration of any kind.</summary>
    internal void CountAny(NetUid subnet)
    {
        _thisInterval[subnet] = Next(_thisInterval[subnet]);
        _thisBlock[subnet] = Next(_thisBlock[subnet]);
    }

    /// <summary>Sets the terms of a new subnet.</summary>
    internal void Open(NetUid subnet)
    {
        _burnAllowed[subnet] = true;
        _adjustmentInterval[subnet] = FirstInterval;
        _target[subnet] = FirstTarget;
        _adjustmentAlpha[subnet] = FirstAlpha;
        _minimumBurn[subnet] = Tao.FromRao(1);
        _minimumDifficulty[subnet] = ulong.MaxValue;
        _maximumDifficulty[subnet] = ulong.MaxValue;
        if (!_difficulty.Contains(subnet)) _difficulty[subnet] = _difficulty[subnet];
        if (!_thisInterval.Contains(subnet)) _thisInterval[subnet] = _thisInterval[subnet];
        if (!_workThisInterval.Contains(subnet))
        {
            _workThisInterval[subnet] = _workThisInterval[subnet];
        }

        if (!_burnThisInterval.Contains(subnet))
        {
            _burnThisInterval[subnet] = _burnThisInterval[subnet];
        }
    }

    /// <summary>Removes difficulty and counters of a subnet that ends; the burn stays.</summary>
    internal void Close(NetUid subnet)
    {
        _difficulty.Remove(subnet);
        _thisInterval.Remove(subnet);
        _workThisInterval.Remove(subnet);
        _burnThisInterval.Remove(subnet);
    }

    /// <summary>Sets the terms of root.</summary>
    internal void OpenRoot()
    {
        _burnAllowed[NetUid.Root] = true;
        _target[NetUid.Root] = 1;
    }

    /// <summary>Sets the lower bound of the burn.</summary>
    internal void SetMinimumBurn(NetUid subnet, Tao minimum) => _minimumBurn[subnet] = minimum;

    /// <summary>Sets the lower bound of the difficulty.</summary>
    internal void SetMinimumDifficulty(NetUid subnet, ulong minimum) =>
        _minimumDifficulty[subnet] = minimum;

    private static ushort Next(ushort count) => (ushort)Math.Min(count + 1, ushort.MaxValue);

    private void Adjust(NetUid subnet, BlockNumber now)
    {
        ushort came = _thisInterval[subnet];
        ushort target = _target[subnet];
        ushort byWork = _workThisInterval[subnet];
        ushort byBurn = _burnThisInterval[subnet];

        // Too many came: the side used more becomes dearer. Too few: the side used less cheaper.
        bool tooMany = came > target;
        bool burnMoves = byWork == byBurn || (tooMany ? byWork < byBurn : byWork > byBurn);
        bool difficultyMoves = byWork == byBurn || !burnMoves;
        if (burnMoves)
        {
            _burn[subnet] = Tao.FromRao(Adjustment.Next(
                _burn[subnet].Rao, came, target, _adjustmentAlpha[subnet],
                _minimumBurn[subnet].Rao, _maximumBurn[subnet].Rao));
        }

        if (difficultyMoves)
        {
            _difficulty[subnet] = Adjustment.Next(
                _difficulty[subnet], came, target, _adjustmentAlpha[subnet],
                _minimumDifficulty[subnet], _maximumDifficulty[subnet]);
            if (_events.IsKept) _events.Deposit(new DifficultySet(subnet, _difficulty[subnet]));
        }

        _lastAdjustment[subnet] = now;
        _thisInterval[subnet] = 0;
        _workThisInterval[subnet] = 0;
        _burnThisInterval[subnet] = 0;
    }
}
