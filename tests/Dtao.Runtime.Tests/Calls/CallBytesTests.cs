using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Extrinsics;
using Dtao.Runtime.Tests.Dispatch;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Bytes of calls: whole ones are read back, all others are refused.</summary>
public class CallBytesTests
{
    public static TheoryData<string> Names => [.. CallCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_call_is_read_back_from_its_bytes_and_from_no_fewer(string name)
    {
        byte[] bytes = CallTable.Encode(CallCases.All[name].WithoutFault().Call);

        Assert.Equal(bytes, CallTable.Encode(Read(bytes)));

        // Long ones are cut at some places, not at all.
        int step = Math.Max(1, bytes.Length / 100);
        for (int length = 0; length < bytes.Length; length += step)
        {
            byte[] cut = bytes[..length];
            Assert.ThrowsAny<FormatException>(() => Read(cut));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_byte_too_many_enters_no_block_and_changes_nothing(string name)
    {
        byte[] call = [.. CallTable.Encode(CallCases.All[name].WithoutFault().Call), 0];
        ExtrinsicBench bench = ExtrinsicBench.Simple();
        byte[] before = bench.Chain.State.Hash();
        Extrinsic extrinsic = new(
            new(
                MultiAddress.Of(ExtrinsicBench.Alice),
                new(SignatureScheme.Sr25519, new byte[64]),
                new(Era.Immortal, 0, Tao.Zero)),
            call);

        ExtrinsicOutcome outcome = bench.Executor.Apply(extrinsic.Encode());

        Assert.Equal(RefusalKind.Undecodable, outcome.Refusal?.Kind);
        Assert.Equal(before, bench.Chain.State.Hash());
        Assert.Empty(bench.Events);
    }

    private static ICall Read(byte[] bytes)
    {
        ScaleReader reader = new(bytes);
        ICall call = CallTable.Decode(ref reader);
        Assert.True(reader.IsAtEnd);
        return call;
    }
}
