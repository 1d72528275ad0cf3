using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Delegation;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Emission;
using Dtao.Runtime.Emission.Rules;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Extrinsics;
using Dtao.Runtime.Flows;
using Dtao.Runtime.Identities;
using Dtao.Runtime.Keys;
using Dtao.Runtime.Migrations;
using Dtao.Runtime.Multisigs;
using Dtao.Runtime.Neurons;
using Dtao.Runtime.Pools;
using Dtao.Runtime.Proxies;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Scheduling;
using Dtao.Runtime.Senate;
using Dtao.Runtime.Serving;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Staking;
using Dtao.Runtime.State;
using Dtao.Runtime.Subnets;
using Dtao.Runtime.Sudo;
using Dtao.Runtime.Weights;

namespace Dtao.Runtime;

/// <summary>One chain: all ledgers over one state, run by one version at a time.</summary>
/// <remarks>
/// The order of construction is the order of dependency. A chain belongs to one thread; branches
/// are independent of each other. Source: docs/tour.md.
/// </remarks>
public sealed class Chain
{
    private readonly ValueItem<uint> _number;

    /// <summary>An empty chain that runs a version.</summary>
    public Chain(RuntimeSpec spec)
        : this(spec, new StateLayer())
    {
    }

    private Chain(RuntimeSpec spec, StateLayer state)
    {
        State = state;
        _number = state.Open(Storage.Number);
        Balances = new BalanceLedger(state, Events);
        Issuance = new IssuanceLedger(state);
        Subnets = new SubnetRegistry(state);
        Pools = new PoolLedger(state, Subnets);
        Stakes = new StakeLedger(state);
        Delegation = new DelegationLedger(state, Stakes, Events);
        Neurons = new NeuronLedger(state);
        Weights = new WeightLedger(state);
        Commits = new CommitLedger(state);
        Epochs = new EpochLedger(state);
        Registration = new RegistrationLedger(state, Events);
        Emission = new EmissionLedger(state);
        Serving = new ServingLedger(state);
        EpochRun = new EpochRun();
        Distribution = new Distribution(EpochRun);
        Coinbase = new Coinbase(Distribution);
        Rules = new RuleLedger(state);
        Identities = new IdentityLedger(state);
        Keys = new KeyLedger(state);
        Senate = new SenateLedger(state, Events);
        Schedule = new ScheduleLedger(state, Events);
        Migrations = new MigrationLedger(state);
        Legacy = new LegacyLedger(state);
        Sudo = new SudoLedger(state);
        Proxies = new ProxyLedger(state);
        Multisigs = new MultisigLedger(state);
        BlockHashes = new BlockHashLedger(state);
        Spec = spec;
        Use(spec);
    }

    /// <summary>The version that runs.</summary>
    public RuntimeSpec Spec { get; private set; }

    /// <summary>Everything that is stored.</summary>
    public StateLayer State { get; }

    /// <summary>What moved since the flows were last read, for whoever keeps them.</summary>
    public FlowJournal Flows => State.Flows;

    /// <summary>What happened in the present block, for whoever asks to keep it.</summary>
    public EventLog Events { get; } = new();

    /// <summary>The present block.</summary>
    public BlockNumber Block => new(_number.Value);

    /// <summary>Free TAO.</summary>
    public BalanceLedger Balances { get; }

    /// <summary>How much TAO there is.</summary>
    public IssuanceLedger Issuance { get; }

    /// <summary>Which subnets exist.</summary>
    public SubnetRegistry Subnets { get; }

    /// <summary>The pools.</summary>
    public PoolLedger Pools { get; }

    /// <summary>The stakes.</summary>
    public StakeLedger Stakes { get; }

    /// <summary>Takes, parents and children.</summary>
    public DelegationLedger Delegation { get; }

    /// <summary>The slots of the subnets.</summary>
    public NeuronLedger Neurons { get; }

    /// <summary>The weights.</summary>
    public WeightLedger Weights { get; }

    /// <summary>Weights that are committed and not yet revealed.</summary>
    public CommitLedger Commits { get; }

    /// <summary>Bonds and epoch parameters.</summary>
    public EpochLedger Epochs { get; }

    /// <summary>Terms of registration.</summary>
    public RegistrationLedger Registration { get; }

    /// <summary>Pending amounts and the last emission.</summary>
    public EmissionLedger Emission { get; }

    /// <summary>What coldkeys and subnets say of themselves.</summary>
    public IdentityLedger Identities { get; }

    /// <summary>Coldkeys that wait for their swap.</summary>
    public KeyLedger Keys { get; }

    /// <summary>The hotkeys of root that may vote.</summary>
    public SenateLedger Senate { get; }

    /// <summary>Calls that wait for their block.</summary>
    public ScheduleLedger Schedule { get; }

    /// <summary>The account that may speak as root.</summary>
    public SudoLedger Sudo { get; }

    /// <summary>Who may act for whom.</summary>
    public ProxyLedger Proxies { get; }

    /// <summary>Calls that wait until enough signatories approve them.</summary>
    public MultisigLedger Multisigs { get; }

    /// <summary>Endpoints that hotkeys announce.</summary>
    public ServingLedger Serving { get; }

    /// <summary>Hashes of the last blocks.</summary>
    public BlockHashLedger BlockHashes { get; }

    /// <summary>What emission rules of later releases remember.</summary>
    public RuleLedger Rules { get; }

    /// <summary>
    /// The emission rule in force; null while it is the coinbase of the version that runs.
    /// </summary>
    public EmissionRule? EmissionRule { get; private set; }

    internal EpochRun EpochRun { get; }

    internal Distribution Distribution { get; }

    internal Coinbase Coinbase { get; }

    internal RuleCoinbase RuleCoinbase => field ??= new(this, Distribution);

    internal MigrationLedger Migrations { get; }

    internal LegacyLedger Legacy { get; }

    internal List<NetUid> BlockSubnets { get; } = [];

    /// <summary>
    /// Whoever wants to know one subnet's numbers of the next blocks; null by default.
    /// </summary>
    public CoinbaseTrace? Trace
    {
        get => Coinbase.Trace;
        set => Coinbase.Trace = value;
    }

    /// <summary>A chain that is equal now and independent from now on.</summary>
    /// <remarks>Storage is shared until one side writes.</remarks>
    public Chain Branch()
    {
        Chain branch = new(Spec, State.Branch());
        branch.EmissionRule = EmissionRule;
        branch.Pools.UsesWeights = Pools.UsesWeights;
        return branch;
    }

    /// <summary>Runs a call of an account; a failed one leaves nothing behind.</summary>
    /// <param name="call">What to do.</param>
    /// <param name="signer">Account that signed it.</param>
    public DispatchResult Dispatch(ICall call, AccountId signer) =>
        DispatchAs(Origin.Signed(signer), call);

    /// <summary>Runs a call; a failed one leaves nothing behind.</summary>
    /// <param name="origin">Who stands behind the call.</param>
    /// <param name="call">What to do.</param>
    public DispatchResult DispatchAs(Origin origin, ICall call)
    {
        int mark = State.BeginCall();
        int events = Events.Records.Count;
        DispatchResult result;
        try
        {
            result = call.Dispatch(this, origin);
        }
        catch
        {
            // A bug of ours: the state is put right, the exception goes on to stop the block.
            State.Undo(mark);
            Events.Undo(events);
            throw;
        }

        if (result.IsOk)
        {
            State.Keep(mark);
            return result;
        }

        State.Undo(mark);
        Events.Undo(events);
        return result;
    }

    /// <summary>Changes the version and runs what that version does to the storage.</summary>
    /// <remarks>Called between two blocks; the next block runs the new version.</remarks>
    public void UpgradeTo(RuntimeSpec spec)
    {
        Spec = spec;
        Use(spec);
        Upgrade.Run(this);
    }

    /// <summary>Emits by a rule from the next block on.</summary>
    /// <param name="rule">The rule; null for the coinbase of the version that runs.</param>
    /// <remarks>
    /// Called between two blocks, as often as one likes. What rules remember stays, as it did
    /// on the real chain. Source: docs/spec/rules.md#switching.
    /// </remarks>
    public void UseEmissionRule(EmissionRule? rule)
    {
        EmissionRule = rule;
        Pools.UsesWeights = rule?.WeighsPools ?? false;
        RuleStart.Run(this);
    }

    /// <summary>The subnet's epoch is due in the present block.</summary>
    public bool EpochIsDue(NetUid subnet) =>
        Tempo.BlocksUntilEpoch(subnet, Subnets.Tempo(subnet), Block) == 0;

    /// <summary>Credits an account from outside the economy, for genesis and scenarios.</summary>
    public void Deposit(Coldkey who, Tao amount)
    {
        State.Flows.Note(FlowCause.BroughtIn, amount);
        Balances.Give(who, amount);
    }

    /// <summary>Sets the smoothing factor of the moving prices, as the root origin could.</summary>
    public void SetMovingAlpha(I96F32 rate) => Pools.SetMovingAlpha(rate);

    /// <summary>Sets the present block without running it, for genesis and tests.</summary>
    public void SetBlock(BlockNumber block) => _number.Value = (uint)block.Value;

    private void Use(RuntimeSpec spec)
    {
        Stakes.SharePoolRule = spec.SharePool;
        Stakes.RecordsLegacyStake = spec.RecordsLegacyStake;
        Subnets.DefaultTempo = spec.DefaultTempo;
    }

    /// <summary>What the chain itself keeps in the state.</summary>
    private static class Storage
    {
        /// <summary>Number of the present block. Unit: block.</summary>
        public static readonly ValueDescriptor<uint> Number =
            new("System", "Number", Shapes.U32, 0, "block");
    }
}
