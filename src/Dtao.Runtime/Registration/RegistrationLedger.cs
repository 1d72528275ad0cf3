using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Registration;

/// <summary>Terms of registration: what is open, what it costs, how many came.</summary>
/// <remarks>Source: docs/spec/registration.md.</remarks>
public sealed partial class RegistrationLedger
{
    // Work has 32 bytes, which the chain keeps as a counted list.
    private static readonly Shape<Hash256> WorkKey = new(
        "list<u8>",
        static (to, value) => to.WriteBytes(value.ToArray()),
        static (ref from) => Hash256.FromBytes(from.ReadBytes()));

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
    }

    /// <summary>Counts a registration by proof of work.</summary>
    internal void CountWorked(NetUid subnet)
    {
        _workThisInterval[subnet] = Next(_workThisInterval[subnet]);
        CountAny(subnet);
    }

    /// <summary>Remembers work and its block; nothing ever asks for it.</summary>
    internal void RecordWork(Hash256 seal, BlockNumber now) => _usedWork[seal] = now;

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
        _adjustmentInterval[subnet] = 360;
        _target[subnet] = 1;
        _adjustmentAlpha[subnet] = 17_893_341_751_498_265_066;
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
        }

        _lastAdjustment[subnet] = now;
        _thisInterval[subnet] = 0;
        _workThisInterval[subnet] = 0;
        _burnThisInterval[subnet] = 0;
    }
}
