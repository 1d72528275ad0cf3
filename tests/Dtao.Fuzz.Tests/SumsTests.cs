using System.Buffers.Binary;
using Dtao.Codec.Extrinsics;
using Dtao.Fuzz.Checks;
using Dtao.Fuzz.Model;
using Dtao.Fuzz.Runs;
using Dtao.Fuzz.Worlds;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Proxies;
using Dtao.Runtime.State;
using Dtao.Runtime.Sudo;
using Dtao.Runtime.Wrappers;
using Xunit;

namespace Dtao.Fuzz.Tests;

/// <summary>Sums may break only where the chain breaks them, and only by that much.</summary>
public sealed class SumsTests
{
    private static readonly Tao Most = Tao.FromRao(ulong.MaxValue);

    [Fact]
    public void What_root_forces_and_where_the_sum_stops_is_no_finding()
    {
        (Chain chain, Sums sums, AccountId rich) = World();

        Assert.Null(Send(chain, sums, new ForceSetBalance(MultiAddress.Of(rich), Most)));
        Assert.Null(Send(chain, sums, new ForceAdjustTotalIssuance(false, Most)));
        Assert.Null(Send(chain, sums, new ForceSetBalance(MultiAddress.Of(rich), Tao.Zero)));
        Assert.Equal(Tao.Zero, chain.Balances.TotalIssuance);
    }

    [Fact]
    public void A_sum_that_is_one_rao_off_is_found_even_after_root_forced_it()
    {
        (Chain chain, Sums sums, AccountId rich) = World();
        ForceAdjustTotalIssuance force = new(false, Tao.FromRao(5));
        Assert.Null(Send(chain, sums, force));

        AddToSum(chain, 1);
        string? found = Send(
            chain, sums, new ForceSetBalance(MultiAddress.Of(rich), Tao.Whole(1)));

        Assert.Contains("-4 rao instead of -5", found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_that_forces_the_sum_may_change_it_by_what_it_says_and_no_more()
    {
        (Chain chain, Sums sums, _) = World();
        ForceBatch batch = new([new ForceAdjustTotalIssuance(true, Tao.FromRao(3))]);

        string? fair = Send(chain, sums, batch);
        AddToSum(chain, 1);
        string? foul = Send(chain, sums, batch);

        Assert.Null(fair);
        Assert.Contains("7 rao instead of 6", foul, StringComparison.Ordinal);
    }

    [Fact]
    public void A_force_that_no_call_asked_for_is_found()
    {
        (Chain chain, Sums sums, _) = World();
        chain.DispatchAs(Origin.Root, new ForceAdjustTotalIssuance(true, Tao.FromRao(3)));

        string? found = sums.FirstBroken(call: null, BookReader.Read(chain));

        Assert.Contains("forced", found, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_that_appears_in_a_batch_is_found_by_the_sums()
    {
        SeedResult result = FirstFinding(static (chain, origin, call) =>
        {
            DispatchResult outcome = chain.DispatchAs(origin, call);
            if (outcome.IsOk && call is ForceBatch) AddToSum(chain, 1);
            return outcome;
        });

        Assert.Equal(FindingKind.Sums, result.Finding!.Kind);
        Assert.Contains("force_batch", Assert.Single(result.ShrunkCase), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deposit_that_is_not_given_back_in_full_is_found()
    {
        (Chain chain, Sums sums, AccountId rich) = World();
        Assert.Null(Send(chain, sums, new ForceSetBalance(MultiAddress.Of(rich), Tao.Whole(9))));
        AddProxy add = new(MultiAddress.Of(AccountId.Zero), ProxyType.Owner, 0);
        RunAs asRich = new(MultiAddress.Of(rich), add);
        chain.Dispatch(add, rich);
        Assert.Null(sums.FirstBroken(asRich, BookReader.Read(chain)));

        chain.Dispatch(new RemoveProxy(add.Delegate, add.Type, add.Delay), rich);
        KeepReserved(chain, rich, 1);
        string? found = sums.FirstBroken(asRich, BookReader.Read(chain));

        Assert.Contains("1 rao are reserved without deposit", found, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_account_without_key_gives_back_stays_with_its_maker_and_is_no_finding()
    {
        (Chain chain, Sums sums, AccountId rich) = World();
        Assert.Null(Send(chain, sums, new ForceSetBalance(MultiAddress.Of(rich), Tao.Whole(9))));
        CreatePure make = new(ProxyType.Any, 0, 7);
        Assert.True(chain.Dispatch(make, rich).IsOk);
        Assert.Null(sums.FirstBroken(make, BookReader.Read(chain)));
        AccountId pure = ProxyLedger.PureAccount(
            rich, make.Type, make.Number, (uint)chain.Block.Value, 0);
        Tao reserved = chain.Balances.Of(rich).Reserved;

        RemoveProxies remove = new();
        chain.Dispatch(remove, pure);

        Assert.Null(sums.FirstBroken(remove, BookReader.Read(chain)));
        Assert.Equal(reserved, chain.Balances.Of(rich).Reserved);
    }

    [Fact]
    public void Stake_that_nobody_paid_for_is_found_by_the_auditor()
    {
        SeedResult result = FirstFinding(static (chain, origin, call) =>
        {
            DispatchResult outcome = chain.DispatchAs(origin, call);
            if (outcome.IsOk && call is ForceBatch) AddTo(chain, "SubtensorModule", "TotalStake");
            return outcome;
        });

        Assert.Equal(FindingKind.Audit, result.Finding!.Kind);
        Assert.Contains("TotalStake", result.Finding.What, StringComparison.Ordinal);
    }

    private static (Chain Chain, Sums Sums, AccountId Rich) World()
    {
        FuzzWorld world = WorldMaker.Make(3);
        world.Chain.Flows.Keep();
        AccountId rich = world.Cast.Coldkeys[0].Account;
        return (world.Chain, new(world.Chain, BookReader.Read(world.Chain)), rich);
    }

    private static string? Send(Chain chain, Sums sums, ICall call)
    {
        DispatchResult result = chain.DispatchAs(Origin.Root, call);
        Assert.True(result.IsOk, result.ToString());
        return sums.FirstBroken(call, BookReader.Read(chain));
    }

    private static SeedResult FirstFinding(CallRunner faulty)
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            SeedResult result = new SeedRun(seed, faulty).Run(200);
            if (result.Finding is not null) return result;
        }

        throw new InvalidOperationException("20 seeds have not found the planted fault");
    }

    /// <summary>Moves what is free to what is reserved, without a deposit for it.</summary>
    private static void KeepReserved(Chain chain, AccountId who, ulong rao)
    {
        const int Free = 16;
        const int Reserved = 24;
        byte[] key = new byte[AccountId.Size];
        who.CopyTo(key);
        IStorageItem accounts = chain.State.Find("System", "Account")!;
        byte[] account = [.. accounts.Entries().Single(
            entry => entry.Key.AsSpan().SequenceEqual(key)).Value];
        BinaryPrimitives.WriteUInt64LittleEndian(
            account.AsSpan(Free), chain.Balances.Of(who).Free.Rao - rao);
        BinaryPrimitives.WriteUInt64LittleEndian(
            account.AsSpan(Reserved), chain.Balances.Of(who).Reserved.Rao + rao);
        accounts.Put(key, account);
    }

    private static void AddToSum(Chain chain, ulong rao) =>
        AddTo(chain, "Balances", "TotalIssuance", rao);

    private static void AddTo(Chain chain, string pallet, string name, ulong rao = 1)
    {
        IStorageItem item = chain.State.Find(pallet, name)!;
        (byte[] key, byte[] value) = item.Entries().Single();
        byte[] more = [.. value];
        BinaryPrimitives.WriteUInt64LittleEndian(
            more, BinaryPrimitives.ReadUInt64LittleEndian(value) + rao);
        item.Put(key, more);
    }
}
