using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Extrinsics;
using Dtao.Runtime.Spec;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Dispatch;

/// <summary>A chain with an open block, into which signed calls are put.</summary>
internal sealed class ExtrinsicBench
{
    public static readonly Hash256 FirstHash =
        Hash256.FromBytes([.. Enumerable.Repeat((byte)7, 32)]);

    private static readonly MultiSignature Signature = new(SignatureScheme.Sr25519, new byte[64]);

    public ExtrinsicBench(Chain chain, SignatureCheck? check = null, Hash256? metadata = null)
    {
        Chain = chain;
        Chain.BlockHashes.Remember(0, FirstHash);
        Chain.Events.IsKept = true;
        Chain.Events.BeginBlock();
        Executor = new(chain, check, metadata);
        Executor.BeginBlock();
    }

    public Chain Chain { get; }

    public ExtrinsicExecutor Executor { get; }

    public IReadOnlyList<IChainEvent> Events =>
        [.. Chain.Events.Records.Select(static record => record.Event)];

    public static AccountId Alice => Actor.Alice.Coldkey.Account;

    public static AccountId Bob => Actor.Bob.Coldkey.Account;

    /// <summary>A chain on which Alice and Bob have ten TAO each.</summary>
    public static ExtrinsicBench Simple() => new(SimpleChain());

    public static Chain SimpleChain() => SimpleChain(Specs.Latest);

    public static Chain SimpleChain(RuntimeSpec spec) => new ChainBuilder(spec)
        .AtBlock(100)
        .With(Actor.Alice, Tao.FromRao(10_000_000_000))
        .With(Actor.Bob, Tao.FromRao(10_000_000_000))
        .Build();

    public static byte[] Encode(
        AccountId signer, ICall call, uint nonce = 0, ulong tip = 0, Era era = default,
        byte mode = 0) =>
        new Extrinsic(
            new(MultiAddress.Of(signer), Signature, new(era, nonce, Tao.FromRao(tip), mode)),
            CallTable.Encode(call)).Encode();

    public ExtrinsicOutcome Apply(
        AccountId signer, ICall call, uint nonce = 0, ulong tip = 0, Era era = default) =>
        Executor.Apply(Encode(signer, call, nonce, tip, era));

    public static byte[] BytesOf(Action<ScaleWriter> write)
    {
        ScaleWriter writer = new();
        write(writer);
        return writer.ToArray();
    }
}
