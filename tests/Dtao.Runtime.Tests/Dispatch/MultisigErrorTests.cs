using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Multisigs;
using Dtao.Testing;
using Xunit;
using static Dtao.Runtime.Tests.Dispatch.MultisigBench;

namespace Dtao.Runtime.Tests.Dispatch;

/// <summary>Each error of calls of several signatories, with the last value that passes.</summary>
public class MultisigErrorTests
{
    private static readonly Hash256 Hash = HashOf(Harmless);

    [Theory]
    [InlineData(0, "MinimumThreshold")]
    [InlineData(1, "MinimumThreshold")]
    [InlineData(2, null)]
    [InlineData(ushort.MaxValue, "InsufficientBalance")]
    public void A_threshold_is_two_or_more(ushort threshold, string? expected)
    {
        Chain chain = Funded().Chain;
        CancelMultisig cancel = new(threshold, AlicesOthers, Now, Hash);

        Assert.Equal(
            expected is "MinimumThreshold" ? expected : "NotFound",
            Refusal(chain, cancel, Alice));
        Assert.Equal(expected, Error(chain, ByCall(threshold, AlicesOthers), Alice));
        Assert.Equal(expected, Error(Funded().Chain, ByHash(threshold, AlicesOthers), Alice));
    }

    [Theory]
    [InlineData(0, "TooFewSignatories")]
    [InlineData(1, null)]
    [InlineData(99, null)]
    [InlineData(100, "TooManySignatories")]
    public void There_are_two_to_a_hundred_signatories(int others, string? expected)
    {
        AccountId[] numbered =
            [.. Enumerable.Range(1_000, others).Select(static x => Account.Of((ulong)x))];

        Assert.All(CallsOf(numbered), call =>
            Assert.Equal(
                call is CancelMultisig && expected is null ? "NotFound" : expected,
                Error(Funded().Chain, call, Alice)));
    }

    [Fact]
    public void The_others_rise_and_the_signer_is_not_among_them()
    {
        Chain chain = Funded().Chain;

        Assert.All(CallsOf([Carol, Bob]), call =>
            Assert.Equal("SignatoriesOutOfOrder", Refusal(chain, call, Alice)));
        Assert.All(CallsOf([Bob, Bob]), call =>
            Assert.Equal("SignatoriesOutOfOrder", Refusal(chain, call, Alice)));
        Assert.All(CallsOf([Bob, Carol]), call =>
            Assert.Equal("SenderInSignatories", Refusal(chain, call, Bob)));
    }

    [Fact]
    public void Of_two_faults_the_one_that_stands_first_is_told()
    {
        Chain chain = Funded().Chain;

        Assert.Equal("SenderInSignatories", Refusal(chain, ByHash(2, [Bob, Alice]), Bob));
        Assert.Equal("SignatoriesOutOfOrder", Refusal(chain, ByHash(2, [Bob, Alice]), Alice));
        Assert.Equal("MinimumThreshold", Refusal(chain, ByHash(1, []), Alice));
    }

    [Fact]
    public void The_time_is_given_exactly_when_the_operation_was_begun()
    {
        Chain chain = Funded().Chain;
        ApproveMultisig later = new(2, BobsOthers, Now, Hash, default);

        Assert.Equal("UnexpectedTimepoint", Refusal(chain, later, Bob));
        chain.Dispatch(ByHash(2, AlicesOthers), Alice);

        Assert.Equal("NoTimepoint", Refusal(chain, later with { Begun = null }, Bob));
        Assert.Equal(
            "WrongTimepoint", Refusal(chain, later with { Begun = new(101, 0) }, Bob));
        Assert.Equal(
            "WrongTimepoint", Refusal(chain, later with { Begun = new(100, 1) }, Bob));
        Assert.Null(Error(chain, later, Bob));
    }

    [Fact]
    public void Nobody_approves_twice_and_no_approval_follows_the_last()
    {
        Chain chain = Funded().Chain;
        chain.Dispatch(ByHash(2, AlicesOthers), Alice);

        Assert.Equal("AlreadyApproved", Refusal(chain, Go(Harmless, AlicesOthers), Alice));
        chain.Dispatch(new ApproveMultisig(2, BobsOthers, Now, Hash, default), Bob);

        Assert.Equal(
            "AlreadyApproved",
            Refusal(chain, new ApproveMultisig(2, [Alice, Bob], Now, Hash, default), Carol));
    }

    [Fact]
    public void The_call_weighs_at_most_what_the_last_one_allows()
    {
        Chain chain = Funded().Chain;
        Weight weight = CallTable.TermsOf(Harmless).Weight;
        chain.Dispatch(Start(Harmless) with { MostWeight = default }, Alice);
        CallAsMultisig last = Go(Harmless, BobsOthers) with { MostWeight = weight };

        Weight less = weight with { RefTime = weight.RefTime - 1 };
        Assert.Equal(
            "MaxWeightTooLow", Refusal(chain, last with { MostWeight = less }, Bob));
        Assert.Null(Error(chain, last, Bob));
    }

    [Fact]
    public void Only_who_began_an_operation_gives_it_up_and_only_once()
    {
        Chain chain = Funded().Chain;
        CancelMultisig cancel = new(2, AlicesOthers, Now, Hash);

        Assert.Equal("NotFound", Refusal(chain, cancel, Alice));
        chain.Dispatch(ByHash(2, AlicesOthers), Alice);

        CancelMultisig bobs = new(2, BobsOthers, Now, Hash);
        Assert.Equal("NotOwner", Refusal(chain, bobs, Bob));
        Assert.Equal(
            "WrongTimepoint", Refusal(chain, bobs with { Begun = new(99, 0) }, Bob));
        Assert.Null(Error(chain, cancel, Alice));
        Assert.Equal("NotFound", Refusal(chain, cancel, Alice));
    }

    [Theory]
    [InlineData(195_999_999UL, "InsufficientBalance")]
    [InlineData(196_000_000UL, "ConsumerRemaining")]
    [InlineData(196_000_499UL, "ConsumerRemaining")]
    [InlineData(196_000_500UL, null)]
    public void The_deposit_leaves_what_keeps_an_account_alive(ulong rao, string? expected)
    {
        Chain chain = Funded().Chain;
        AccountId poor = Account.Of(500);
        chain.Deposit(new(poor), Tao.FromRao(rao));

        Assert.Equal(expected, Error(chain, ByHash(2, [Alice, Bob]), poor));
    }

    [Fact]
    public void Root_and_nobody_sign_nothing()
    {
        Chain chain = Funded().Chain;

        Assert.All(CallsOf(AlicesOthers), call =>
        {
            Assert.Equal("BadOrigin", chain.DispatchAs(Origin.Root, call).Failure?.Name);
            Assert.Equal("BadOrigin", chain.DispatchAs(Origin.None, call).Failure?.Name);
        });
    }

    private static ApproveMultisig ByHash(ushort threshold, AccountId[] others) =>
        new(threshold, others, null, Hash, default);

    private static CallAsMultisig ByCall(ushort threshold, AccountId[] others) =>
        new(threshold, others, null, Harmless, Plenty);

    private static ICall[] CallsOf(AccountId[] others) =>
    [
        new CallAsAnyOf(others, Harmless),
        ByCall(2, others),
        ByHash(2, others),
        new CancelMultisig(2, others, Now, Hash),
    ];

    private static string? Error(Chain chain, ICall call, AccountId signer) =>
        chain.Dispatch(call, signer).Failure?.Name;
}
