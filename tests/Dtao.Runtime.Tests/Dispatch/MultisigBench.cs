using Dtao.Codec.Extrinsics;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Multisigs;
using Dtao.Runtime.Staking;
using Dtao.Runtime.SystemCalls;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Dispatch;

/// <summary>Three people who share an account for which two must approve.</summary>
internal static class MultisigBench
{
    /// <summary>More than any call here weighs.</summary>
    public static readonly Weight Plenty = new(1_000_000_000_000, 1_000_000);

    /// <summary>A call of six bytes.</summary>
    public static readonly RemarkWithEvent Harmless = new([1, 2, 3]);

    public static readonly TransferKeepAlive Payment =
        new(MultiAddress.Of(Account.Of(99)), Tao.FromRao(1_000_000));

    /// <summary>There is no such subnet.</summary>
    public static readonly AddStake FailingCall =
        new(Actor.Alice.Hotkey, new(77), Tao.FromRao(1_000_000));

    /// <summary>Where the chain of these tests stands, outside of extrinsics.</summary>
    public static readonly Timepoint Now = new(100, 0);

    public static AccountId Alice => Actor.Alice.Coldkey.Account;

    public static AccountId Bob => Actor.Bob.Coldkey.Account;

    public static AccountId Carol => Actor.Charlie.Coldkey.Account;

    public static AccountId[] AlicesOthers => [Bob, Carol];

    public static AccountId[] BobsOthers => [Alice, Carol];

    public static AccountId Shared => MultisigLedger.AccountOf([Alice, Bob, Carol], threshold: 2);

    /// <summary>All three and the shared account have ten TAO each.</summary>
    public static ExtrinsicBench Funded()
    {
        Tao ten = Tao.FromRao(10_000_000_000);
        return new(new ChainBuilder()
            .AtBlock(100)
            .With(Actor.Alice, ten)
            .With(Actor.Bob, ten)
            .With(Actor.Charlie, ten)
            .WithBalance(new(Shared), ten)
            .Build());
    }

    /// <summary>Alice begins.</summary>
    public static CallAsMultisig Start(ICall call) => new(2, AlicesOthers, null, call, Plenty);

    /// <summary>Another one brings the call.</summary>
    public static CallAsMultisig Go(ICall call, AccountId[] others) =>
        new(2, others, Now, call, Plenty);

    public static Hash256 HashOf(ICall call) =>
        Hash256.FromBytes(Blake2b.Hash256(CallTable.Encode(call)));

    /// <summary>Name of the error of a call that changes nothing.</summary>
    public static string? Refusal(Chain chain, ICall call, AccountId signer)
    {
        byte[] before = chain.State.Hash();
        DispatchResult result = chain.Dispatch(call, signer);
        Assert.Equal(before, chain.State.Hash());
        return result.Failure?.Name;
    }
}
