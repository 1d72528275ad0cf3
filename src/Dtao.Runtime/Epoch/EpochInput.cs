using Dtao.Numerics;

namespace Dtao.Runtime.Epoch;

/// <summary>Everything an epoch reads. Lists have one element for each uid, in uid order.</summary>
/// <remarks>One object serves many epochs; arrays may be longer than <see cref="Count"/>.</remarks>
public sealed class EpochInput
{
    /// <summary>Number of neurons.</summary>
    public int Count { get; set; }

    /// <summary>Present block.</summary>
    public ulong Block { get; set; }

    /// <summary>Blocks without update before a validator is inactive.</summary>
    public ulong ActivityCutoff { get; set; }

    /// <summary>Majority of stake that decides consensus, in units of 1/65535.</summary>
    public ushort Kappa { get; set; }

    /// <summary>Share of clipping that is applied to bonds, in units of 1/65535.</summary>
    public ushort BondsPenalty { get; set; }

    /// <summary>Number of validator permits.</summary>
    public ushort MaximumValidators { get; set; }

    /// <summary>Part of the old bonds that is kept, in units of 10^-6.</summary>
    public ulong BondsMovingAverage { get; set; }

    /// <summary>Bonds move at a rate of their own for each neuron.</summary>
    public bool LiquidAlpha { get; set; }

    /// <summary>Lowest rate of liquid alpha, in units of 1/65535.</summary>
    public ushort AlphaLow { get; set; }

    /// <summary>Highest rate of liquid alpha, in units of 1/65535.</summary>
    public ushort AlphaHigh { get; set; }

    /// <summary>Alpha to divide. Unit: 10^-9 alpha.</summary>
    public ulong Emission { get; set; }

    /// <summary>Block of the last weight update.</summary>
    public ulong[] LastUpdate { get; set; } = [];

    /// <summary>Block of registration; zero where no hotkey sits.</summary>
    public ulong[] RegisteredAt { get; set; } = [];

    /// <summary>Permits that the previous epoch gave.</summary>
    public bool[] ValidatorPermit { get; set; } = [];

    /// <summary>Stake weight, not normalised. Unit: rao.</summary>
    public I64F64[] Stake { get; set; } = [];

    /// <summary>Weight rows as stored: row = who weighs.</summary>
    public UidWeight[][] Weights { get; set; } = [];

    /// <summary>Bond rows as stored: row = who holds the bond.</summary>
    public UidWeight[][] Bonds { get; set; } = [];

    /// <summary>Makes room for a number of neurons.</summary>
    public void Reserve(int count)
    {
        Count = count;
        if (RegisteredAt.Length >= count) return;
        RegisteredAt = new ulong[count];
        Stake = new I64F64[count];
        Weights = new UidWeight[count][];
        Bonds = new UidWeight[count][];
    }
}
