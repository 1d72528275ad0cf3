using System.Globalization;
using System.Text.Json;
using Dtao.Codec.Extrinsics;
using Dtao.Codec.Headers;
using Dtao.Numerics;
using Dtao.Testing;
using Xunit;

namespace Dtao.Codec.Tests.Extrinsics;

/// <summary>Extrinsics, eras and headers, byte for byte as clients write them.</summary>
public class ExtrinsicVectorTests
{
    [Fact]
    public void Every_extrinsic_is_read_and_written_back()
    {
        Assert.All(ClientVectors.Rows("extrinsics"), static row =>
        {
            byte[] bytes = row.Hex("extrinsic");

            Extrinsic found = Extrinsic.Decode(bytes);

            Assert.Equal(bytes, found.Encode());
            Assert.Equal(row.Hex("callBytes"), found.Call.ToArray());
            Assert.Equal(row.Hex("extrinsicHash"), Extrinsic.HashOf(bytes));
            ExtrinsicSignature signed = found.Signature!;
            Assert.Equal(AccountOf(row), signed.Signer.Account);
            Assert.Equal(
                row.GetProperty("scheme").GetString(),
                signed.Signature.Scheme.ToString().ToLowerInvariant());
            Assert.Equal(row.GetProperty("nonce").GetUInt32(), signed.Extra.Nonce);
            Assert.Equal(TipOf(row), signed.Extra.Tip);
        });
    }

    [Fact]
    public void Every_payload_and_the_message_that_is_signed_are_the_clients_own()
    {
        Assert.All(ClientVectors.Rows("extrinsics"), static row =>
        {
            Extrinsic extrinsic = Extrinsic.Decode(row.Hex("extrinsic"));
            SigningPayload payload = new(
                row.GetProperty("specVersion").GetUInt32(),
                row.GetProperty("transactionVersion").GetUInt32(),
                row.Hex("genesisHash"),
                row.Hex("mortalityBlockHash"));
            SignedExtra extra = extrinsic.Signature!.Extra;

            byte[] full = payload.Of(extrinsic.Call.Span, extra);
            byte[] message = payload.MessageOf(extrinsic.Call.Span, extra);

            Assert.Equal(row.Hex("payloadBeforeHashing"), full);
            Assert.Equal(row.Hex("signedMessage"), message);
            Assert.Equal(row.GetProperty("payloadIsHashed").GetBoolean(), message.Length == 32);
        });
    }

    [Fact]
    public void Every_signature_is_by_its_signer_and_of_its_message_alone()
    {
        IReadOnlyList<JsonElement> rows = ClientVectors.Rows("extrinsics");

        Assert.Equal(
            ["ecdsa", "ed25519", "sr25519"],
            rows.Select(static row => row.GetProperty("scheme").GetString()).Distinct().Order());
        Assert.All(rows, static row =>
        {
            byte[] message = row.Hex("signedMessage");
            ExtrinsicSignature signed = Extrinsic.Decode(row.Hex("extrinsic")).Signature!;

            Assert.True(signed.Signature.IsBy(AccountOf(row), message));
            Assert.False(signed.Signature.IsBy(AccountId.Zero, message));
            message[^1] ^= 1;
            Assert.False(signed.Signature.IsBy(AccountOf(row), message));
        });
    }

    [Fact]
    public void Every_era_has_the_clients_bytes_birth_and_death()
    {
        Assert.All(ClientVectors.Rows("eras"), static row =>
        {
            byte[] bytes = row.Hex("encoded");
            ScaleReader reader = new(bytes);

            Era found = Era.Decode(ref reader);

            ScaleWriter writer = new();
            found.Encode(writer);
            Assert.Equal(bytes, writer.ToArray());
            Assert.True(reader.IsAtEnd);
            if (row.GetProperty("kind").GetString() == "immortal")
            {
                Assert.Equal(Era.Immortal, found);
                return;
            }

            ulong current = row.GetProperty("currentBlock").GetUInt64();
            JsonElement later = row.GetProperty("birthLater");
            Assert.Equal(
                found, Era.Mortal(row.GetProperty("requestedPeriod").GetUInt32(), current));
            Assert.Equal(row.GetProperty("period").GetUInt32(), found.Period);
            Assert.Equal(row.GetProperty("phase").GetUInt32(), found.Phase);
            Assert.Equal(row.GetProperty("birthAtCurrent").GetUInt64(), found.Birth(current));
            Assert.Equal(row.GetProperty("deathAtCurrent").GetUInt64(), found.Death(current));
            Assert.Equal(
                later.GetProperty("birth").GetUInt64(),
                found.Birth(later.GetProperty("at").GetUInt64()));
        });
    }

    [Fact]
    public void Every_header_is_read_written_back_and_hashed()
    {
        Assert.All(ClientVectors.Rows("headers"), static row =>
        {
            byte[] bytes = row.Hex("scale");

            BlockHeader found = BlockHeader.Decode(bytes);

            Assert.Equal(bytes, found.Encode());
            Assert.Equal(row.Hex("hash"), found.Hash());
            Assert.Equal(NumberOf(row.GetProperty("json")), found.Number);
        });
    }

    private static AccountId AccountOf(JsonElement row)
    {
        // With ECDSA the account is the hash of the key.
        return Ss58.Parse(row.GetProperty("signer").GetString()!);
    }

    private static Tao TipOf(JsonElement row) => Tao.FromRao(ulong.Parse(
        row.GetProperty("tip").GetString()!, CultureInfo.InvariantCulture));

    private static uint NumberOf(JsonElement json)
    {
        JsonElement number = json.GetProperty("number");
        return number.ValueKind == JsonValueKind.Number
            ? number.GetUInt32()
            : Convert.ToUInt32(number.GetString(), 16);
    }
}
