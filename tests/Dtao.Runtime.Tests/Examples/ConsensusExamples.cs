using System.Numerics;
using System.Text.Json;
using Dtao.Numerics;
using Dtao.Runtime.Delegation;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Extrinsics;
using Dtao.Runtime.Staking;
using Dtao.Runtime.Sudo;
using Dtao.Runtime.SystemCalls;
using Dtao.Runtime.Weights;
using Xunit;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>Which method runs which example of the consensus.</summary>
internal static class ConsensusExamples
{
    public static IReadOnlyDictionary<string, Action<JsonElement>> ByName { get; } =
        new Dictionary<string, Action<JsonElement>>
        {
            ["epoch"] = static _ => { },
            ["fees"] = Fee,
            ["math.mul"] = static row => Same(
                row.Number("out"), Fixed(row, "a").SaturatingMultiply(Fixed(row, "b"))),
            ["math.safe_div"] = static row => Same(
                row.Number("out"), Fixed(row, "a").SafeDivide(Fixed(row, "b"))),
            ["math.ln"] = static row => Same(
                row.Number("out"), LiquidAlpha.Logarithm(Fixed(row, "x"))),
            ["math.exp"] = static row => Same(
                row.Number("out"), LiquidAlpha.Exponential(Fixed(row, "x"))),
            ["math.max_upscale_u16_from_u16"] = static row => Assert.Equal(
                Shares(row.GetProperty("out")),
                Vectors.UpscaleToShare16(Shares(row.GetProperty("in")))),
            ["math.max_upscale_u16_from_bits"] = static row => Assert.Equal(
                Shares(row.GetProperty("out")),
                Vectors.UpscaleToShare16(List(row.GetProperty("in")))),
            ["math.fixed_proportion_to_u16"] = static row => Assert.Equal(
                row.U16("out"), Vectors.ToShare16(Fixed(row, "x"))),
            ["math.is_topk"] = LargestValues,
            ["math.quantile"] = static row => Same(
                row.Number("out"),
                Vectors.Quantile(
                    List(row.GetProperty("in")), (int)row.Number("quarters"), denominator: 4)),
            ["math.logistic_params"] = LogisticCurve,
            ["math.weighted_median"] = Median,
            ["weights.commit_hash"] = CommittedHash,
            ["weights.epoch_index"] = static row => Assert.Equal(
                row.U64("epoch_index"),
                new RevealWindow(new(row.U16("netuid")), row.U16("tempo"), 1)
                    .EpochOf(row.U64("block"))),
            ["weights.reveal_window"] = static row => Assert.Equal(
                (row.U64("first_reveal_block"), row.U64("last_reveal_block")),
                new RevealWindow(
                    new(row.U16("netuid")), row.U16("tempo"), row.U64("reveal_period"))
                    .BlocksOf(row.U64("commit_block"))),
            ["weights.max_weight_limited"] = static row => Assert.Equal(
                row.GetProperty("ok").GetBoolean(),
                Vectors.AreLimited(
                    Vectors.UpscaleToShare16(Shares(row.GetProperty("weights"))),
                    row.U16("limit"))),
        };

    /// <summary>Runs one epoch example and compares everything it wrote.</summary>
    public static void Epoch(JsonElement example)
    {
        JsonElement given = example.GetProperty("input");
        JsonElement after = example.GetProperty("output");
        EpochInput input = Read(given);

        EpochOutput found = YumaConsensus.Run(input);

        Assert.Equal(Shares(after.GetProperty("StakeWeight")), found.StakeWeight);
        Assert.Equal(Truths(after.GetProperty("Active")), found.Active);
        Assert.Equal(Shares(after.GetProperty("Rank")), found.Rank);
        Assert.Equal(Shares(after.GetProperty("Trust")), found.Trust);
        Assert.Equal(Shares(after.GetProperty("Consensus")), found.Consensus);
        Assert.Equal(Shares(after.GetProperty("Incentive")), found.Incentive);
        Assert.Equal(Shares(after.GetProperty("Dividends")), found.Dividends);
        Assert.Equal(Shares(after.GetProperty("PruningScores")), found.PruningScores);
        Assert.Equal(Shares(after.GetProperty("ValidatorTrust")), found.ValidatorTrust);
        Assert.Equal(Truths(after.GetProperty("ValidatorPermit")), found.ValidatorPermit);
        Assert.Equal(Amounts(after.GetProperty("Emission")), found.Emission);
        Assert.Equal(Amounts(after.GetProperty("server_emission")), found.ServerEmission);
        Assert.Equal(Amounts(after.GetProperty("validator_emission")), found.ValidatorEmission);
        CheckBonds(after.GetProperty("Bonds"), found.Bonds);
    }

    private static void CommittedHash(JsonElement row)
    {
        Hotkey hotkey = new(AccountId.FromBytes(
            Convert.FromHexString(row.Text("who").AsSpan(2))));
        SetWeights weights = new(
            new(row.U16("netuid")), Shares(row.GetProperty("uids")),
            Shares(row.GetProperty("values")), row.U64("version_key"));
        ushort[] salt = Shares(row.GetProperty("salt"));

        Assert.Equal(
            row.Text("preimage"),
            $"0x{Convert.ToHexStringLower(CommitHash.Preimage(hotkey, weights, salt))}");
        Assert.Equal(row.Text("hash"), $"0x{CommitHash.Of(hotkey, weights, salt)}");
    }

    /// <summary>Only rows that were written are listed.</summary>
    private static void CheckBonds(JsonElement expected, UidWeight[]?[] found)
    {
        UidWeight[][] rows = Rows(expected, found.Length);
        for (int uid = 0; uid < found.Length; uid++)
        {
            bool isWritten = expected.TryGetProperty($"{uid}", out _);
            Assert.Equal(isWritten ? rows[uid] : null, found[uid]);
        }
    }

    private static EpochInput Read(JsonElement given)
    {
        int count = (int)given.Number("subnetwork_n");
        EpochInput input = new();
        input.Reserve(count);
        input.Block = given.U64("current_block");
        input.ActivityCutoff = given.U64("activity_cutoff");
        input.Kappa = given.U16("kappa");
        input.BondsPenalty = given.U16("bonds_penalty");
        input.MaximumValidators = given.U16("max_allowed_validators");
        input.BondsMovingAverage = given.U64("bonds_moving_average");
        input.LiquidAlpha = given.GetProperty("liquid_alpha").GetBoolean();
        input.AlphaLow = given.U16("alpha_low");
        input.AlphaHigh = given.U16("alpha_high");
        input.Emission = given.U64("emission");
        input.LastUpdate = Amounts(given.GetProperty("last_update"));
        input.ValidatorPermit = Truths(given.GetProperty("validator_permit"));
        Amounts(given.GetProperty("block_at_registration")).CopyTo(input.RegisteredAt, 0);
        Rows(given.GetProperty("weights"), count).CopyTo(input.Weights, 0);
        Rows(given.GetProperty("bonds"), count).CopyTo(input.Bonds, 0);
        ulong[] alpha = Amounts(given.GetProperty("alpha_stake"));
        ulong[] tao = Amounts(given.GetProperty("tao_stake"));
        I96F32 weight = TaoWeight.Of(given.U64("tao_weight_u64"));
        for (int uid = 0; uid < count; uid++)
        {
            input.Stake[uid] = StakeWeight.Of(
                Alpha.FromRao(alpha[uid]), Tao.FromRao(tao[uid]), weight).Weight;
        }

        return input;
    }

    private static void Fee(JsonElement row)
    {
        if (row.TryGetProperty("weight_to_fee", out JsonElement pairs))
        {
            Assert.All(pairs.EnumerateArray(), static pair => Assert.Equal(
                pair[1].U64(), TransactionFees.OfWeight(pair[0].U64()).Rao));
            return;
        }

        string call = row.Text("call");
        bool isFree = call.Contains("Pays::No", StringComparison.Ordinal);
        bool isSudo = call.StartsWith("Sudo", StringComparison.Ordinal);
        ICall remark = new Remark([]);
        DispatchTerms terms = isSudo
            ? CallTable.TermsOf(new RunAsRoot(remark))
            : new(new(isFree ? 0 : row.U64("weight")), DispatchClass.Normal,
                isFree ? Pays.No : Pays.Yes);
        int length = isFree ? 0 : (int)row.Number("extrinsic_len");
        string total = isSudo ? "withdrawn" : "total";

        Tao fee = TransactionFees.Of(length, terms, Tao.FromRao(row.U64("tip")));

        Assert.Equal(row.U64(total), fee.Rao);
    }

    private static void LargestValues(JsonElement row)
    {
        I32F32[] values = List(row.GetProperty("in"));
        bool[] chosen = new bool[values.Length];

        ValidatorPermits.ChooseLargest(values, (int)row.Number("k"), chosen);

        Assert.Equal(Truths(row.GetProperty("out")), chosen);
    }

    private static void LogisticCurve(JsonElement row)
    {
        (I32F32 slope, I32F32 offset) = LiquidAlpha.Curve(
            Fixed(row, "alpha_high"), Fixed(row, "alpha_low"),
            Fixed(row, "consensus_high"), Fixed(row, "consensus_low"));

        Same(row.Number("a"), slope);
        Same(row.Number("b"), offset);
    }

    private static void Median(JsonElement row)
    {
        I32F32[] stake = List(row.GetProperty("stake_bits"));
        I32F32[] score = List(row.GetProperty("score_bits"));
        I32F32 kappa = Vectors.FromShare16(row.U16("kappa"));
        I32F32 sum = Vectors.Sum(stake);
        I32F32 minority = sum.SaturatingSubtract(kappa);
        Same(row.Number("kappa_bits"), kappa);
        Same(row.Number("stake_sum_bits"), sum);
        Same(row.Number("minority_bits"), minority);

        int[] everyone = [.. Enumerable.Range(0, stake.Length)];
        I32F32 found = WeightedMedian.Of(stake, score, everyone, minority, I32F32.Zero, sum);

        Same(row.Number("out"), found);
    }

    private static void Same(BigInteger expected, I32F32 found) =>
        Assert.Equal(expected, found.Bits);

    private static I32F32 Fixed(JsonElement row, string name) =>
        I32F32.FromBits((long)row.Number(name));

    private static I32F32[] List(JsonElement list) =>
        [.. list.EnumerateArray().Select(static bits => I32F32.FromBits((long)bits.Number()))];

    private static ushort[] Shares(JsonElement list) =>
        [.. list.EnumerateArray().Select(static share => (ushort)share.Number())];

    private static ulong[] Amounts(JsonElement list) =>
        [.. list.EnumerateArray().Select(static amount => amount.U64())];

    private static bool[] Truths(JsonElement list) =>
        [.. list.EnumerateArray().Select(static truth => truth.GetBoolean())];

    private static UidWeight[][] Rows(JsonElement rows, int count)
    {
        UidWeight[][] result = new UidWeight[count][];
        Array.Fill(result, []);
        foreach (JsonProperty row in rows.EnumerateObject())
        {
            result[(int)ExampleValue.Parse(row.Name)] =
            [
                .. row.Value.EnumerateArray().Select(static pair =>
                    new UidWeight((ushort)pair[0].Number(), (ushort)pair[1].Number())),
            ];
        }

        return result;
    }
}
