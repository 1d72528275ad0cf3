using System.Text.Json;
using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Extrinsics;
using Dtao.Runtime.Tests.Dispatch;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Wire;

/// <summary>
/// Extrinsics that clients signed: their calls are known, and they are judged as a genuine
/// runtime (spec 293) judged them.
/// </summary>
public class ClientExtrinsicTests
{
    private const string Beyond = "commitments.setCommitment";

    private static readonly AccountId Bob =
        Ss58.Parse("5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty");

    /// <summary>What the pool refuses and a block would still take, with what becomes of it.
    /// </summary>
    private static readonly Dictionary<string, SubtensorError> FailInABlock = new()
    {
        ["addStake more than the balance"] = SubtensorError.NotEnoughBalanceToStake,
        ["addStake to an unknown subnet"] = SubtensorError.SubnetNotExists,
        ["removeStake without stake"] = SubtensorError.NotEnoughStakeToWithdraw,
    };

    public static TheoryData<int, string> Judged
    {
        get
        {
            TheoryData<int, string> rows = [];
            foreach (JsonElement row in ClientVectors.Rows("extrinsics-judged-293"))
            {
                rows.Add(rows.Count, row.GetProperty("name").GetString()!);
            }

            return rows;
        }
    }

    [Fact]
    public void Calls_of_clients_are_known_by_name_and_written_back() =>
        Assert.All(ClientVectors.Rows("extrinsics"), static row =>
        {
            byte[] bytes = row.Hex("callBytes");
            string name = row.GetProperty("call").GetString()!;
            if (name == Beyond)
            {
                FormatException refusal = Assert.Throws<FormatException>(() => Read(bytes));
                Assert.Contains("Commitments", refusal.Message, StringComparison.Ordinal);
                return;
            }

            ICall call = Read(bytes);

            CallDescription known = CallTable.Find(call.Index)!;
            Assert.Equal(
                name.Replace(".", "", StringComparison.Ordinal),
                (known.Pallet + known.Name).Replace("_", "", StringComparison.Ordinal),
                ignoreCase: true);
            Assert.Equal(bytes, CallTable.Encode(call));
        });

    [Theory]
    [MemberData(nameof(Judged))]
    public void An_extrinsic_is_judged_as_a_genuine_runtime_judged_it(int row, string name)
    {
        JsonElement file = ClientVectors.Read("extrinsics-judged-293");
        JsonElement vector = file.GetProperty("vectors")[row];
        byte[] bytes = vector.Hex("extrinsic");

        ExtrinsicOutcome outcome = Open(file, bytes).Apply(bytes);

        if (vector.GetProperty("validateResult").ValueKind == JsonValueKind.Null)
        {
            Assert.Equal(RefusalKind.Undecodable, outcome.Refusal?.Kind);
            return;
        }

        string judged = Convert.ToHexString(vector.Hex("validateResult"));
        string expected = judged.StartsWith("00", StringComparison.Ordinal) ? "0000" : judged;
        if (FailInABlock.TryGetValue(name, out SubtensorError error))
        {
            expected = $"00010307{(byte)error:X2}000000";
        }

        // The pool keeps it until its turn comes; a block has no such place.
        if (name == "future nonce") expected = "010002";
        Assert.Equal(expected, Convert.ToHexString(ExtrinsicBench.BytesOf(outcome.Encode)));
    }

    /// <summary>The block that the runtime would have made, on the chain of the file.</summary>
    private static ExtrinsicExecutor Open(JsonElement file, byte[] bytes)
    {
        uint parent = file.GetProperty("atNumber").GetUInt32();
        Coldkey alice = new(Ss58.Parse(
            file.GetProperty("vectors")[0].GetProperty("signer").GetString()!));
        Chain chain = new ChainBuilder()
            .AtBlock(parent + 1)
            .WithBalance(alice, Tao.FromRao(1_000_000_000_000))
            .WithOwner(new(Bob), alice)
            .WithSubnet(
                1, Tao.FromRao(1_000_000_000_000), Alpha.FromRao(1_000_000_000_000), default)
            .Build();
        Hash256 genesis = Hash256.FromBytes(file.Hex("genesisHash"));
        chain.BlockHashes.Remember(0, genesis);
        chain.BlockHashes.Remember(parent, Hash256.FromBytes(file.Hex("atBlock")));
        for (uint sent = file.GetProperty("aliceNonce").GetUInt32(); sent > 0; sent--)
        {
            chain.Balances.CountExtrinsic(alice.Account);
        }

        ExtrinsicExecutor executor = new(chain, IsRight);
        executor.BeginBlock();
        return executor;

        // The file's runtime is a later one, whose number signers sign.
        bool IsRight(AccountId signer, MultiSignature signature, ReadOnlySpan<byte> message)
        {
            Extrinsic extrinsic = Extrinsic.Decode(bytes);
            SignedExtra extra = extrinsic.Signature!.Extra;
            Hash256 birth = chain.BlockHashes.Of(extra.Era.Birth(chain.Block.Value))!.Value;
            SigningPayload payload = new(
                file.GetProperty("specVersion").GetUInt32(),
                file.GetProperty("transactionVersion").GetUInt32(),
                genesis.ToArray(),
                birth.ToArray());
            return signature.IsBy(signer, payload.MessageOf(extrinsic.Call.Span, extra));
        }
    }

    private static ICall Read(byte[] bytes)
    {
        ScaleReader reader = new(bytes);
        ICall call = CallTable.Decode(ref reader);
        Assert.True(reader.IsAtEnd);
        return call;
    }
}
