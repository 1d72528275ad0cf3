using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Emission;

namespace Dtao.Lab.Explaining;

/// <summary>An explanation as a document for programs; numbers are exact strings.</summary>
public static class ExplanationJson
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document, in UTF-8.</summary>
    public static byte[] Of(
        BlockNumber block, NetUid subnet, ImmutableArray<Stage> stages,
        IEnumerable<CoinbasePayment> payments, ImmutableArray<StakeChange> stakes)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Layout))
        {
            writer.WriteStartObject();
            writer.WriteString("form", "dtao-explanation-1");
            writer.WriteNumber("block", block.Value);
            writer.WriteNumber("subnet", subnet.Value);
            writer.WriteStartArray("stages");
            foreach (Stage stage in stages)
            {
                Write(writer, stage);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("payments");
            foreach (CoinbasePayment payment in payments)
            {
                Write(writer, payment);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("stakes");
            foreach (StakeChange stake in stakes)
            {
                Write(writer, stake);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, Stage stage)
    {
        writer.WriteStartObject();
        writer.WriteString("stage", stage.Name);
        Write(writer, "inputs", stage.Inputs);
        writer.WriteString("formula", stage.Formula);
        writer.WriteString("rounding", stage.Rounding);
        Write(writer, "results", stage.Results);
        writer.WriteString("source", stage.Source);
        writer.WriteEndObject();
    }

    private static void Write(
        Utf8JsonWriter writer, string name, ImmutableArray<Quantity> quantities)
    {
        writer.WriteStartArray(name);
        foreach (Quantity quantity in quantities)
        {
            writer.WriteStartObject();
            writer.WriteString("name", quantity.Name);
            writer.WriteString("value", quantity.Value);
            writer.WriteString("unit", quantity.Unit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, CoinbasePayment payment)
    {
        writer.WriteStartObject();
        if (payment.Uid is { } uid) writer.WriteNumber("uid", uid.Value);
        writer.WriteString("hotkey", Ss58.Of(payment.Hotkey.Account));
        writer.WriteString("owner", Ss58.Of(payment.Owner.Account));
        WriteAmount(writer, "incentive_rao", payment.Incentive.Rao);
        writer.WriteString("dividend", payment.Dividend.Value.ToString());
        writer.WriteString("root_part", payment.RootPart.Value.ToString());
        writer.WriteString("local_part", payment.LocalPart.Value.ToString());
        WriteAmount(writer, "alpha_take_rao", payment.AlphaTake.Rao);
        WriteAmount(writer, "alpha_to_stakers_rao", payment.AlphaToStakers.Rao);
        WriteAmount(writer, "tao_take_rao", payment.TaoTake.Rao);
        WriteAmount(writer, "tao_to_stakers_rao", payment.TaoToStakers.Rao);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, StakeChange stake)
    {
        writer.WriteStartObject();
        writer.WriteString("hotkey", Ss58.Of(stake.Hotkey.Account));
        writer.WriteNumber("subnet", stake.NetUid.Value);
        WriteAmount(writer, "before_rao", stake.Before.Rao);
        WriteAmount(writer, "after_rao", stake.After.Rao);
        writer.WriteEndObject();
    }

    private static void WriteAmount(Utf8JsonWriter writer, string name, ulong rao) =>
        writer.WriteString(name, rao.ToString(CultureInfo.InvariantCulture));
}
