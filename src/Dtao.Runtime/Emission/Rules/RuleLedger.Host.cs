using Dtao.Numerics;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>
/// What the host gives the rules that are only formulas, and what these remember.
/// </summary>
public sealed partial class RuleLedger
{
    private const string HostPallet = "EmissionRules";

    private readonly ValueItem<U64F64> _gateBar;
    private readonly ValueItem<U64F64> _gateQuantile;
    private readonly ValueItem<ushort> _gateRank;
    private readonly ValueItem<ulong> _gateExponent;
    private readonly SubnetItem<U64F64> _score;
    private readonly ValueItem<U64F64> _scorePart;
    private readonly MapItem<Hotkey, UidWeight[]> _votes;

    /// <summary>Share at which the gate lets half pass; zero before it is found.</summary>
    public U64F64 GateBar => _gateBar.Value;

    /// <summary>Part of all demand that lies above the bar.</summary>
    public U64F64 GateQuantile => _gateQuantile.Value;

    /// <summary>The bar is the share of this rank; 0: it is found by the quantile.</summary>
    public ushort GateRank => _gateRank.Value;

    /// <summary>Steepness of the gate.</summary>
    public ulong GateExponent => _gateExponent.Value;

    /// <summary>What a subnet is worth to whoever judges from outside; one by default.</summary>
    public U64F64 Score(NetUid subnet) => _score[subnet];

    /// <summary>Part of the emission that the scores decide.</summary>
    public U64F64 ScorePart => _scorePart.Value;

    /// <summary>Gives a subnet a score: a benchmark, a revenue in any unit.</summary>
    public void SetScore(NetUid subnet, U64F64 score) => _score[subnet] = score;

    /// <summary>Sets the part of the emission that the scores decide, at most one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than one.</exception>
    public void SetScorePart(U64F64 part)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part.Bits, U64F64.One.Bits, nameof(part));
        _scorePart.Value = part;
    }

    /// <summary>Sets how a root validator votes: weights of subnets by their number.</summary>
    public void SetVote(Hotkey hotkey, IReadOnlyList<UidWeight> subnets) =>
        _votes[hotkey] = [.. subnets];

    /// <summary>Sets where the gate's bar lies, until it is found anew.</summary>
    public void SetGateBar(U64F64 bar) => _gateBar.Value = bar;

    /// <summary>Sets how the gate's bar is found.</summary>
    /// <param name="quantile">Part of all demand above the bar.</param>
    /// <param name="rank">Rank of the bar's share; 0 for the quantile.</param>
    public void SetGate(U64F64 quantile, ushort rank)
    {
        _gateQuantile.Value = quantile;
        _gateRank.Value = rank;
    }

    /// <summary>All votes, in the order of the chain.</summary>
    internal List<KeyValuePair<Hotkey, UidWeight[]>> Votes() => _votes.InHashedKeyOrder();

    private static partial class Storage
    {
        /// <summary>
        /// Share at which the gate lets half pass. Unit: 2^-64.
        /// </summary>
        public static readonly ValueDescriptor<U64F64> GateBar = Declare.Later(
            440, Declare.Value("EmissionGateBar", Shapes.U64F64, U64F64.Zero, "2^-64"));

        /// <summary>Part of all demand that lies above the bar. Unit: 2^-64.</summary>
        public static readonly ValueDescriptor<U64F64> GateQuantile = Declare.Later(
            440, Declare.Value(
                "EmissionBarQuantile", Shapes.U64F64,
                U64F64.FromInteger(61UL) / U64F64.FromInteger(100UL), "2^-64"));

        /// <summary>Rank of the bar's share; 0 for the quantile. Unit: rank.</summary>
        public static readonly ValueDescriptor<ushort> GateRank = Declare.Later(
            444, Declare.Value<ushort>("EmissionBarRank", Shapes.U16, 0, "rank"));

        /// <summary>Steepness of the gate. Unit: none.</summary>
        public static readonly ValueDescriptor<ulong> GateExponent = Declare.Later(
            440, Declare.Value<ulong>("EmissionGateExponent", Shapes.U64, 3, "none"));

        /// <summary>What a subnet is worth from outside. Unit: 2^-64.</summary>
        public static readonly SubnetDescriptor<U64F64> Score = Declare.Later(
            500, new SubnetDescriptor<U64F64>(
                HostPallet, "Score", Crypto.KeyHasher.Identity, Shapes.U64F64, U64F64.One,
                "2^-64"));

        /// <summary>Part of the emission that the scores decide. Unit: 2^-64.</summary>
        public static readonly ValueDescriptor<U64F64> ScorePart = Declare.Later(
            500, new ValueDescriptor<U64F64>(
                HostPallet, "ScorePart", Shapes.U64F64, U64F64.FromBits((UInt128)1 << 63),
                "2^-64"));

        /// <summary>How root's validators vote on subnets. Unit: 1/65535.</summary>
        public static readonly MapDescriptor<Hotkey, UidWeight[]> Votes = Declare.Later(
            500, new MapDescriptor<Hotkey, UidWeight[]>(
                HostPallet, "Votes", [new("account", Crypto.KeyHasher.Blake2_128Concat)],
                Shapes.Hotkey, Shapes.List(Shapes.UidWeight), [], "1/65535"));
    }
}
