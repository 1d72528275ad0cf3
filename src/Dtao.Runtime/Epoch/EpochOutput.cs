namespace Dtao.Runtime.Epoch;

/// <summary>Everything an epoch finds. Lists have one element for each uid, in uid order.</summary>
/// <param name="count">Number of neurons.</param>
public sealed class EpochOutput(int count)
{
    /// <summary>The neuron updated its weights recently.</summary>
    public bool[] Active { get; } = new bool[count];

    /// <summary>Permits for the next epoch.</summary>
    public bool[] ValidatorPermit { get; } = new bool[count];

    /// <summary>Normalised stake, in units of 1/65535.</summary>
    public ushort[] StakeWeight { get; } = new ushort[count];

    /// <summary>Normalised rank, in units of 1/65535.</summary>
    public ushort[] Rank { get; } = new ushort[count];

    /// <summary>Trust, in units of 1/65535.</summary>
    public ushort[] Trust { get; } = new ushort[count];

    /// <summary>Consensus, in units of 1/65535.</summary>
    public ushort[] Consensus { get; } = new ushort[count];

    /// <summary>Normalised incentive, in units of 1/65535.</summary>
    public ushort[] Incentive { get; } = new ushort[count];

    /// <summary>Normalised dividends, in units of 1/65535.</summary>
    public ushort[] Dividends { get; } = new ushort[count];

    /// <summary>Pruning scores, scaled to the largest, in units of 1/65535.</summary>
    public ushort[] PruningScores { get; } = new ushort[count];

    /// <summary>Validator trust, in units of 1/65535.</summary>
    public ushort[] ValidatorTrust { get; } = new ushort[count];

    /// <summary>Alpha by combined proportion. Unit: 10^-9 alpha.</summary>
    public ulong[] Emission { get; } = new ulong[count];

    /// <summary>Alpha for mining. Unit: 10^-9 alpha.</summary>
    public ulong[] ServerEmission { get; } = new ulong[count];

    /// <summary>Alpha for validating. Unit: 10^-9 alpha.</summary>
    public ulong[] ValidatorEmission { get; } = new ulong[count];

    /// <summary>New bond rows; null where the stored row stays as it is.</summary>
    public UidWeight[]?[] Bonds { get; } = new UidWeight[]?[count];
}
