using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Staking;
using Dtao.Runtime.State;
using Dtao.Runtime.Tests.Dispatch;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Accounts;

/// <summary>Accounts that sent free calls and never had a rao.</summary>
public class PennilessTests
{
    private static readonly AccountId Penniless = Account.Of(77);
    private static readonly RemoveStake Free = new(Account.Hotkey(1), new(9), Alpha.FromRao(1));

    [Fact]
    public void An_account_of_which_nothing_is_stored_reads_as_clients_expect_it() =>
        Assert.Equal(
            $"{new string('0', 110)}80", Convert.ToHexStringLower(Accounts(new ChainBuilder()
                .Build()).DefaultScale!));

    [Fact]
    public void A_free_call_leaves_a_nonce_and_an_account_of_the_present_logic()
    {
        ExtrinsicBench bench = ExtrinsicBench.Simple();

        bench.Apply(Penniless, Free);

        byte[] stored = Accounts(bench.Chain).Entries().Single(static entry =>
            entry.Key.SequenceEqual(WireValue.Encode("account", Penniless))).Value;
        Assert.Equal($"01000000{new string('0', 102)}80", Convert.ToHexStringLower(stored));
    }

    [Fact]
    public void Money_that_comes_later_makes_the_account_as_it_makes_any_other()
    {
        ExtrinsicBench bench = ExtrinsicBench.Simple();
        bench.Apply(Penniless, Free);
        bench.Chain.Events.BeginBlock();

        DispatchResult result = bench.Chain.Dispatch(
            new TransferKeepAlive(MultiAddress.Of(Penniless), Tao.FromRao(600)),
            ExtrinsicBench.Alice);

        Assert.True(result.IsOk);
        Told.Same(
            "a transfer",
            [
                new NewAccount(Penniless),
                new Endowed(Penniless, Tao.FromRao(600)),
                new Transfer(ExtrinsicBench.Alice, Penniless, Tao.FromRao(600)),
            ],
            bench.Chain);
        Assert.Equal(1U, bench.Chain.Balances.NonceOf(Penniless));
    }

    private static IStorageItem Accounts(Chain chain) => chain.State.Find("System", "Account")!;
}
