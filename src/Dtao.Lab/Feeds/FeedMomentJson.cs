using System.Text.Json;
using Dtao.Lab.Datasets;
using Dtao.Numerics;

namespace Dtao.Lab.Feeds;

/// <summary>One moment of a feed inside a document.</summary>
internal static class FeedMomentJson
{
    /// <summary>Writes the moment's members.</summary>
    public static void Write(Utf8JsonWriter writer, FeedMoment moment)
    {
        writer.WriteStartObject("at");
        writer.WriteNumber("block", moment.Block.Value);
        writer.WriteString("time_utc", UtcText.Of(moment.Time));
        writer.WriteNumber("last_observation_block", moment.LastRow.Value);
        writer.WriteEndObject();

        WriteRule(writer, moment);
        WriteUnits(writer);
        WriteNetwork(writer, moment);
        writer.WriteStartArray("subnets");
        foreach (FeedSubnet subnet in moment.Subnets)
        {
            WriteSubnet(writer, moment, subnet);
        }

        writer.WriteEndArray();
    }

    private static void WriteRule(Utf8JsonWriter writer, FeedMoment moment)
    {
        writer.WriteStartObject("rule");
        writer.WriteNumber("version", moment.Rule.Version);
        writer.WriteString("tag", moment.Rule.Tag);
        writer.WriteString("text", moment.Rule.Text);
        writer.WriteString("moving_alpha", moment.Rate.Text);
        writer.WriteString("moving_alpha_note", moment.Rate.Note);
        writer.WriteBoolean("tao_for_pool_was_bound_by_price", moment.IsBound);
        writer.WriteEndObject();
    }

    private static void WriteUnits(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("units");
        writer.WriteString("price", "TAO per alpha");
        writer.WriteString("moving_price", "TAO per alpha");
        writer.WriteString(
            "emission_share",
            "of 1: TAO that enters the pool, as a part of the block's emission");
        writer.WriteString("moving_price_share", "of 1: moving price over the sum of all");
        writer.WriteString("tao_per_day", "TAO into the pool in 7,200 blocks");
        writer.WriteString("tao_buying_per_day", "TAO with which the chain buys alpha");
        writer.WriteString("alpha_in_per_block", "alpha into the pool, at most the cap");
        writer.WriteString("alpha_in_per_day", "alpha into the pool in 7,200 blocks");
        writer.WriteString("alpha_out_per_day", "alpha to participants in 7,200 blocks");
        writer.WriteString("alpha_issuance", "alpha, trades left out");
        writer.WriteString(
            "root_share_staked", "of 1: weighted root TAO / (itself + alpha outside the pool)");
        writer.WriteString(
            "root_share_protocol", "of 1: weighted root TAO / (itself + all alpha)");
        writer.WriteString(
            "root_share_compounding", "of 1: the same, root keeping its dividends");
        writer.WriteString("root_tao", "TAO");
        writer.WriteString("block_emission", "TAO");
        writer.WriteEndObject();
    }

    private static void WriteNetwork(Utf8JsonWriter writer, FeedMoment moment)
    {
        writer.WriteStartObject("network");
        writer.WriteNumber("subnets", moment.Subnets.Length);
        writer.WriteString("block_emission", Amount(moment.BlockEmission.Floor().Rao));
        writer.WriteString("sum_of_moving_prices", moment.SumOfMoving.Value.ToString());
        writer.WriteString("sum_of_emission_shares", moment.SumOfShares.ToString());
        writer.WriteString("root_tao", Amount(moment.RootTao.Rao));
        writer.WriteString("root_tao_compounding", Amount(moment.RootTaoCompounding.Rao));
        writer.WriteEndObject();
    }

    private static void WriteSubnet(Utf8JsonWriter writer, FeedMoment moment, FeedSubnet subnet)
    {
        writer.WriteStartObject();
        writer.WriteNumber("netuid", subnet.NetUid.Value);
        writer.WriteString("price", subnet.Spot.Value.ToString());
        writer.WriteString("moving_price", subnet.Moving.Value.ToString());
        writer.WriteString("emission_share", moment.ShareOf(subnet).ToString());
        writer.WriteString("moving_price_share", moment.MovingShareOf(subnet).ToString());
        writer.WriteString("tao_per_day", PerDay(subnet.Terms.TaoIn.Floor().Rao));
        writer.WriteString("tao_buying_per_day", PerDay(subnet.Terms.Buying.Floor().Rao));
        writer.WriteString("alpha_in_per_block", Amount(subnet.Terms.AlphaIn.Floor().Rao));
        writer.WriteString("alpha_in_per_day", PerDay(subnet.Terms.AlphaIn.Floor().Rao));
        writer.WriteString("alpha_out_per_day", PerDay(subnet.Terms.AlphaOut.Floor().Rao));
        writer.WriteString("alpha_issuance", Amount(subnet.Issuance.Rao));
        writer.WriteString(
            "alpha_issuance_is",
            subnet.Origin == IssuanceOrigin.Carried ? "carried" : "estimated");
        writer.WriteString("root_share_staked", subnet.RootShareStaked.ToString());
        writer.WriteString("root_share_protocol", subnet.RootShareProtocol.ToString());
        writer.WriteString("root_share_compounding", subnet.RootShareCompounding.ToString());
        writer.WriteEndObject();
    }

    private static string PerDay(ulong rao) => Amount(rao * BlockClock.BlocksPerDay);

    private static string Amount(ulong rao) => AmountText.Of(rao);
}
