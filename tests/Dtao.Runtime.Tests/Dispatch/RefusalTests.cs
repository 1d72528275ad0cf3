using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Extrinsics;
using Dtao.Runtime.Spec;
using Dtao.Runtime.SystemCalls;
using Dtao.Runtime.Weights;
using Dtao.Runtime.Wrappers;
using Dtao.Testing;
using Xunit;
using static Dtao.Runtime.Tests.Dispatch.ExtrinsicBench;

namespace Dtao.Runtime.Tests.Dispatch;

/// <summary>What may not enter a block, in the order in which the chain asks.</summary>
public class RefusalTests
{
    private const string AnyKey =
        "0909090909090909090909090909090909090909090909090909090909090909";

    private static readonly Remark Nothing = new([]);

    [Theory]
    [InlineData(0U, 1U, "Future")]
    [InlineData(1U, 0U, "Stale")]
    [InlineData(1U, 2U, "Future")]
    public void A_nonce_must_be_the_next_one(uint sent, uint nonce, string refusal)
    {
        ExtrinsicBench bench = Simple();
        for (uint index = 0; index < sent; index++)
        {
            bench.Apply(Alice, Nothing, index);
        }

        Assert.Equal(refusal, bench.Apply(Alice, Nothing, nonce).Refusal?.Name);
        Assert.Equal(OutcomeKind.Applied, bench.Apply(Alice, Nothing, sent).Kind);
    }

    [Theory]
    [InlineData("075b" + AnyKey, 244)]
    [InlineData("133f00000000000000000000000000000000", 244)]
    [InlineData("133e0001", 238)]
    public void A_call_is_unknown_before_the_version_that_brought_it(string bytes, int since)
    {
        ScaleReader reader = new(Convert.FromHexString(bytes));
        ICall call = CallTable.Decode(ref reader);
        foreach (RuntimeSpec spec in Specs.All)
        {
            foreach (ICall sent in (ICall[])[call, new Batch([new Batch([call])])])
            {
                ExtrinsicBench bench = new(SimpleChain(spec));

                ExtrinsicOutcome outcome = bench.Apply(Alice, sent);

                Assert.Equal(
                    spec.Version < since, outcome.Refusal?.Kind == RefusalKind.Undecodable);
            }
        }
    }

    [Fact]
    public void The_account_of_zeros_signs_nothing() =>
        Assert.Equal(
            TransactionRefusal.BadSigner, Simple().Apply(AccountId.Zero, Nothing).Refusal);

    [Fact]
    public void An_era_whose_birth_is_forgotten_is_ancient()
    {
        ExtrinsicBench bench = Simple();
        Era era = Era.Mortal(64, 90);

        Assert.Equal(
            TransactionRefusal.AncientBirthBlock, bench.Apply(Alice, Nothing, era: era).Refusal);
        bench.Chain.BlockHashes.Remember(90, FirstHash);
        Assert.Equal(OutcomeKind.Applied, bench.Apply(Alice, Nothing, era: era).Kind);
    }

    [Fact]
    public void Hashes_are_remembered_for_2400_blocks_and_the_first_one_for_ever()
    {
        ExtrinsicBench bench = Simple();
        for (uint block = 1; block <= 2_403; block++)
        {
            bench.Chain.BlockHashes.Remember(block, FirstHash);
        }

        Assert.Null(bench.Chain.BlockHashes.Of(2));
        Assert.NotNull(bench.Chain.BlockHashes.Of(3));
        Assert.Equal(FirstHash, bench.Chain.BlockHashes.Of(0));
    }

    [Fact]
    public void A_signature_is_asked_for_the_message_of_this_chain()
    {
        byte[]? asked = null;
        ExtrinsicBench bench = new(SimpleChain(), (_, _, message) =>
        {
            asked = message.ToArray();
            return false;
        });
        SigningPayload payload = new(246, 1, FirstHash.ToArray(), FirstHash.ToArray());

        ExtrinsicOutcome outcome = bench.Apply(Alice, Nothing, tip: 5);

        Assert.Equal(TransactionRefusal.BadProof, outcome.Refusal);
        Assert.Equal(
            payload.MessageOf(
                CallTable.Encode(Nothing), new(Era.Immortal, 0, Tao.FromRao(5))),
            asked);
        Assert.Equal("010004", Convert.ToHexStringLower(BytesOf(outcome.Encode)));
    }

    [Fact]
    public void A_digest_of_the_metadata_is_looked_up_only_when_there_is_one()
    {
        byte[] bytes = Encode(Alice, Nothing, mode: 1);

        Assert.Equal(
            TransactionRefusal.CannotLookup, Simple().Executor.Apply(bytes).Refusal);
        Assert.Equal(
            OutcomeKind.Applied,
            new ExtrinsicBench(SimpleChain(), metadata: FirstHash).Executor.Apply(bytes).Kind);
    }

    [Fact]
    public void An_address_that_names_no_account_cannot_be_looked_up()
    {
        byte[] bytes = new Extrinsic(
            new(
                MultiAddress.Of(MultiAddressKind.Raw, [1]),
                new(SignatureScheme.Sr25519, new byte[64]),
                default),
            CallTable.Encode(Nothing)).Encode();

        Assert.Equal(
            TransactionRefusal.CannotLookup, Simple().Executor.Apply(bytes).Refusal);
    }

    [Theory]
    [InlineData("0000")]
    [InlineData("000008ff")]
    [InlineData("0008")]
    [InlineData("f000")]
    [InlineData("07ff")]
    [InlineData("00000000")]
    public void Bytes_that_are_no_call_are_undecodable_and_change_nothing(string call)
    {
        ExtrinsicBench bench = Simple();
        byte[] before = bench.Chain.State.Hash();
        byte[] bytes = new Extrinsic(
            new(
                MultiAddress.Of(Alice), new(SignatureScheme.Sr25519, new byte[64]), default),
            Convert.FromHexString(call)).Encode();

        ExtrinsicOutcome outcome = bench.Executor.Apply(bytes);

        Assert.Equal(RefusalKind.Undecodable, outcome.Refusal?.Kind);
        Assert.Equal(before, bench.Chain.State.Hash());
        Assert.Empty(bench.Events);
    }

    [Fact]
    public void Batches_are_nested_256_deep_and_no_deeper()
    {
        ICall call = Nothing;
        for (int depth = 1; depth < 256; depth++)
        {
            call = new Batch([call]);
        }

        Assert.Equal(OutcomeKind.Applied, Simple().Apply(Alice, call).Kind);
        Assert.Equal(
            RefusalKind.Undecodable, Simple().Apply(Alice, new Batch([call])).Refusal?.Kind);
    }

    [Fact]
    public void A_block_has_room_for_so_many_settings_of_weights_and_no_more()
    {
        ExtrinsicBench bench = Simple();
        SetWeights call = new(new NetUid(1), [], [], 0);
        for (uint nonce = 0; nonce < 22; nonce++)
        {
            Assert.Equal(OutcomeKind.Failed, bench.Apply(Alice, call, nonce).Kind);
        }

        Assert.Equal(OutcomeKind.Failed, bench.Apply(Alice, call, 22).Kind);
        Assert.Equal(
            TransactionRefusal.ExhaustsResources, bench.Apply(Alice, call, 23).Refusal);
        bench.Executor.BeginBlock();
        Assert.Equal(OutcomeKind.Failed, bench.Apply(Alice, call, 23).Kind);
    }

    [Fact]
    public void What_a_refused_payment_had_taken_of_the_block_is_free_again()
    {
        Chain chain = new ChainBuilder().With(Actor.Alice, Tao.FromRao(10_000)).Build();
        ExtrinsicBench bench = new(chain);
        Remark big = new(new byte[4_000_000]);

        for (int attempt = 0; attempt < 4; attempt++)
        {
            Assert.Equal(TransactionRefusal.Payment, bench.Apply(Alice, big).Refusal);
        }

        Remark longest = new(new byte[8_000_000]);
        Assert.Equal(
            TransactionRefusal.ExhaustsResources, bench.Apply(Alice, longest).Refusal);
    }
}
