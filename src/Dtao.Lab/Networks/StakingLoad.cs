using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Networks;

/// <summary>
/// A block full of staking on the standard network: many accounts, hotkeys and subnets, calls of
/// all kinds, and each of them succeeds.
/// </summary>
/// <remarks>
/// Every account sends one call, always the same, that moves a thousandth of what it staked in
/// the beginning, so that some hundred blocks can be run. Source: docs/how-to/bench.md.
/// </remarks>
public sealed class StakingLoad
{
    /// <summary>Calls of a block.</summary>
    public const int Calls = 1_000;

    private const int Kinds = 8;
    private const ulong Part = 1_000;

    // Wide enough for every order, so that the limit is computed and never binds.
    private const ulong PriceBand = 2;
    private static readonly Tao Deposit = Tao.Whole(10);

    // Less than the pools hold, so that prices stay in the band.
    private static readonly Tao Stake = Tao.Whole(2);

    private readonly Chain _chain;
    private readonly Hotkey[] _hotkeys;
    private readonly NetUid[] _subnets;
    private readonly Coldkey[] _stakers = new Coldkey[Calls];
    private readonly ICall[] _calls = new ICall[Calls];

    /// <summary>Gives a standard network its stakers.</summary>
    /// <param name="network">The network, which is changed.</param>
    public StakingLoad(Chain network)
    {
        _chain = network;
        _hotkeys = [.. StandardNetwork.Validators().Select(static one => one.Hotkey)];
        _subnets = [.. network.Subnets.InHashedKeyOrder().Where(static x => x != NetUid.Root)];
        SeedTree seed = SeedTree.From(1).Branch("staking-load");
        for (int number = 0; number < Calls; number++)
        {
            _stakers[number] = new(seed.Branch(number).Account());
            network.Deposit(_stakers[number], Deposit);
            Run(number, new AddStake(HotkeyOf(number), SubnetOf(number), Stake));
        }

        for (int number = 0; number < Calls; number++)
        {
            _calls[number] = CallOf(number);
        }
    }

    /// <summary>Puts all calls into the present block.</summary>
    /// <exception cref="InvariantException">One of them failed.</exception>
    public void RunCalls()
    {
        for (int number = 0; number < Calls; number++)
        {
            Run(number, _calls[number]);
        }
    }

    private void Run(int number, ICall call)
    {
        DispatchResult result = _chain.Dispatch(call, _stakers[number].Account);
        if (!result.IsOk)
        {
            throw new InvariantException($"call {number} of the load succeeds: {call}: {result}");
        }
    }

    private ICall CallOf(int number)
    {
        Hotkey hotkey = HotkeyOf(number);
        NetUid subnet = SubnetOf(number);
        Tao tao = Tao.FromRao(Stake.Rao / Part);
        Alpha alpha = Alpha.FromRao(
            _chain.Stakes.StakeOf(hotkey, _stakers[number], subnet).Rao / Part);
        ulong price = PriceOf(subnet);
        NetUid other = SubnetOf(number + 1);
        return (number % Kinds) switch
        {
            0 => new AddStake(hotkey, subnet, tao),
            1 => new RemoveStake(hotkey, subnet, alpha),
            2 => new AddStakeLimit(hotkey, subnet, tao, price * PriceBand, AllowPartial: false),
            3 => new RemoveStakeLimit(
                hotkey, subnet, alpha, price / PriceBand, AllowPartial: false),
            4 => new MoveStake(hotkey, HotkeyOf(number + 1), subnet, other, alpha),
            5 => new SwapStake(hotkey, subnet, other, alpha),
            6 => new SwapStakeLimit(
                hotkey, subnet, other, alpha,
                LeastRatio(price, PriceOf(other)), AllowPartial: false),
            _ => new TransferStake(
                _stakers[(number + Kinds) % Calls], hotkey, subnet, subnet, alpha),
        };
    }

    // Every kind of call comes to every hotkey and subnet, else prices would run away.
    private Hotkey HotkeyOf(int number) =>
        _hotkeys[((number / Kinds * 5) + number) % _hotkeys.Length];

    private NetUid SubnetOf(int number) =>
        _subnets[((number / Kinds) + (number * 3)) % _subnets.Length];

    private static ulong LeastRatio(ulong price, ulong other) =>
        (ulong)((UInt128)price * 1_000_000_000 / other / PriceBand);

    /// <summary>Rao for 10^9 rao of alpha.</summary>
    private ulong PriceOf(NetUid subnet) =>
        _chain.Pools.SpotPrice(subnet).ValueOf(Alpha.Whole(1)).Floor().Rao;
}
