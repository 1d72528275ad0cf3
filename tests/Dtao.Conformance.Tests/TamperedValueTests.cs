using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Xunit;

namespace Dtao.Conformance.Tests;

/// <summary>The runner can fail: one changed expected value is found, where it stands.</summary>
public class TamperedValueTests
{
    [Theory]
    [InlineData("fixed", "binary[7].saturating_mul")]
    [InlineData("fixed", "binary[7].checked_rem")]
    [InlineData("fixed", "unary[7].display")]
    [InlineData("fixed", "unary[7].to_f32_bits")]
    [InlineData("fixed", "unary[7].saturating_into_I64F64")]
    [InlineData("fixed", "from_int[7].saturating_I96F32")]
    [InlineData("fixed", "from_float[7].saturating_from_f32_I110F18")]
    [InlineData("fixed", "transcendental[7].exp")]
    [InlineData("fixed", "bisection_sqrt[7].checked_sqrt")]
    [InlineData("math", "safe_exp[3].out")]
    [InlineData("math", "normalize[3].out[0]")]
    [InlineData("math", "calculate_logistic_params[3].out[1]")]
    [InlineData("emission_curve", "curve[9].emission")]
    [InlineData("emission_curve", "stored_block_emission[9].stored_after")]
    [InlineData("emission_curve", "dynamic_tao_emission[9].alpha_out")]
    [InlineData("pool", "single[5].price")]
    [InlineData("pool", "max_amount_move[5].max_amount_move")]
    [InlineData("pool", "swap[5].after.subnet_volume")]
    [InlineData("pool", "moving_price[5].steps[19].stored_moving_price")]
    [InlineData("share_pool", "sequences[0].ops[3].state.shares.c4")]
    [InlineData("share_pool", "single[3].after.values.c0")]
    [InlineData("stake", "scenarios[0].queries[1].weights_total")]
    [InlineData("adjust", "upgraded[5].upgraded_difficulty")]
    [InlineData("adjust", "lock_cost[5].lock_cost")]
    [InlineData("adjust", "neuron_to_prune[1].pruning_scores_after[0]")]
    [InlineData("adjust", "epoch_schedule[5].blocks_until_next_epoch")]
    [InlineData("coinbase", "scenarios[0].blocks[3].patch.SubnetTAO.2")]
    [InlineData("coinbase", "drain[0].calls[0].patch.TotalHotkeyAlpha.h0.5")]
    [InlineData("epoch_trace", "scenarios[1].epochs[0].trace.preranks[2]")]
    [InlineData("epoch_trace", "scenarios[1].epochs[0].returned[2][1]")]
    [InlineData("versions/233/migration", "upgrades[1].patch.SubnetMovingPrice.1")]
    [InlineData("versions/233/prune", "neuron_to_prune[0].uid_to_prune")]
    [InlineData("versions/233/chain", "scenarios[0].blocks[0].summary.total_issuance")]
    [InlineData("versions/246/chain", "scenarios[0].final_state.TotalIssuance")]
    public void A_changed_number_is_reported_with_its_place(string name, string path) =>
        IsFound(name, path);

    [Theory]
    [InlineData("rules/r5b-netflow-spec419", "scenarios[0].steps[0].trace.flow.2")]
    [InlineData("rules/r5b-netflow-spec419", "scenarios[0].steps[0].trace.norm_factor")]
    [InlineData("rules/r5b-netflow-spec419", "scenarios[0].steps[0].swaps[0][3]")]
    [InlineData("rules/r5b-netflow-spec419", "scenarios[0].steps[0].patch.TotalStake")]
    [InlineData("rules/r5b-netflow-spec419", "emissions[0].tao_emission.1")]
    [InlineData("rules/r5b-netflow-spec419", "pow_normalize[3].out.1")]
    [InlineData("rules/r5b-netflow-spec419", "moving_price[0].steps[0].SubnetMovingPrice")]
    [InlineData("rules/pool-balancer-spec425", "curve[0].buy_exp")]
    [InlineData("rules/pool-balancer-spec425", "add_liquidity[1].steps[2].quote_weight")]
    [InlineData("rules/transitions", "scenarios[0].steps[0].patch.TotalIssuance")]
    public void A_changed_number_of_a_rule_is_reported_with_its_place(string name, string path) =>
        IsFound(name, path);

    private static void IsFound(string name, string path)
    {
        string changed = string.Empty;
        using TamperedFile file = TamperedFile.Of(name, root =>
        {
            JsonNode value = root.At(path);
            changed = OneMore(value.GetValue<string>());
            value.ReplaceWith(changed);
        });

        FileResult result = file.Run(CaseOf(path));

        Assert.Null(result.Problem);
        Assert.Equal(1, result.Failed);
        Assert.Equal(path, result.First?.Path);
        Assert.Equal(changed, result.First?.Expected);
        Assert.NotEqual(changed, result.First?.Got);
    }

    [Theory]
    [InlineData("fixed", "binary[7].lt")]
    [InlineData("math", "is_zero[3].out")]
    [InlineData("share_pool", "single[3].sim_increase")]
    public void A_changed_truth_value_is_reported(string name, string path)
    {
        using TamperedFile file = TamperedFile.Of(name, root =>
        {
            JsonNode value = root.At(path);
            value.ReplaceWith(!value.GetValue<bool>());
        });

        FileResult result = file.Run(CaseOf(path));

        Assert.Equal(1, result.Failed);
        Assert.Equal(path, result.First?.Path);
    }

    [Fact]
    public void A_changed_outcome_of_an_operation_is_reported()
    {
        using TamperedFile file = TamperedFile.Of("versions/246/ops", static root =>
            root.At("cases[4].ops[0].result").ReplaceWith("NoSuchError"));

        FileResult result = file.Run();

        Assert.Equal(1, result.Failed);
        Assert.Equal("cases[4].ops[0].result", result.First?.Path);
        Assert.Equal("NoSuchError", result.First?.Expected);
    }

    [Fact]
    public void An_entry_that_only_the_engine_stores_is_reported()
    {
        using TamperedFile file = TamperedFile.Of("coinbase", static root =>
            root.At("scenarios[0].blocks[0].patch").AsObject().Remove("SubnetVolume"));

        FileResult result = file.Run();

        Assert.Equal(1, result.Failed);
        Assert.Equal("scenarios[0].blocks[0].patch.SubnetVolume.1", result.First?.Path);
        Assert.Equal("nothing stored", result.First?.Expected);
        Assert.Equal("0", result.First?.Got);
    }

    [Fact]
    public void A_stored_default_is_not_the_same_as_nothing_stored()
    {
        using TamperedFile file = TamperedFile.Of("coinbase", static root =>
            root.At("scenarios[0].blocks[0].patch")["SubnetLocked"] =
                new JsonObject { ["1"] = "0" });

        FileResult result = file.Run();

        Assert.Equal(1, result.Failed);
        Assert.Equal("0", result.First?.Expected);
        Assert.Equal("nothing stored", result.First?.Got);
    }

    [Fact]
    public void A_change_of_an_item_that_no_rule_touches_is_reported()
    {
        using TamperedFile file = TamperedFile.Of("coinbase", static root =>
            root.At("scenarios[0].blocks[0].patch")["SenateRequiredStakePercentage"] = "2");

        FileResult result = file.Run();

        Assert.Equal(1, result.Failed);
        Assert.EndsWith("SenateRequiredStakePercentage", result.First?.Path);
    }

    [Fact]
    public void An_epoch_that_is_not_listed_is_reported()
    {
        using TamperedFile file = TamperedFile.Of("versions/246/chain", static root =>
        {
            JsonNode block = root.At("scenarios[0].blocks").AsArray()
                .First(static block => block?["epochs_run"] is not null)!;
            block.AsObject().Remove("epochs_run");
        });

        FileResult result = file.Run();

        Assert.Equal(1, result.Failed);
        Assert.Equal("no epoch", result.First?.Expected);
    }

    private static Selection CaseOf(string path)
    {
        string[] parts = path.Split('[', ']');
        return new(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static string OneMore(string text) =>
        BigInteger.TryParse(text, CultureInfo.InvariantCulture, out BigInteger number)
            ? (number + 1).ToString(CultureInfo.InvariantCulture)
            : $"{text}1";
}
