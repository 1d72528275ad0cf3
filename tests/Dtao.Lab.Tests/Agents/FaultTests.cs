using Dtao.Codec.Extrinsics;
using Dtao.Lab.Agents;
using Dtao.Lab.Measures;
using Dtao.Lab.Networks;
using Dtao.Lab.Plans;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Lab.Scoring;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Xunit;

namespace Dtao.Lab.Tests.Agents;

/// <summary>What somebody wrote and what fails is named, and so is the block.</summary>
public class FaultTests
{
    private const ulong Start = 4_920_351;

    [Fact]
    public void An_agent_that_throws_is_named_with_its_block_and_the_line_of_its_code()
    {
        Plan plan = FaultyAgent.PlanWith(static (self, turn) =>
        {
            if (self.Number == 1) throw new InvalidOperationException("out of\nideas");
            return 1;
        });

        RunFaultException fault = Assert.Throws<RunFaultException>(() => SmallWorld.Run(plan, 3));

        Assert.Matches(
            @"^block 492\d{4}: agent 2 of 'group' \(faulty\) failed: "
            + @"InvalidOperationException: out of ideas \(FaultTests\.cs, line \d+\)$",
            fault.Message);
    }

    [Fact]
    public void An_agent_that_submits_no_call_is_named()
    {
        Plan plan = FaultyAgent.PlanWith(static (self, turn) =>
        {
            turn.Submit(null!, self.Purse.Coldkey.Account);
            return 1;
        });

        RunFaultException fault = Assert.Throws<RunFaultException>(() => SmallWorld.Run(plan, 3));

        Assert.Contains("of 'group' (faulty) failed: ArgumentNullException", fault.Message);
    }

    [Fact]
    public void Calls_that_cannot_succeed_fail_on_the_chain_and_the_run_goes_on()
    {
        Plan plan = FaultyAgent.PlanWith(static (self, turn) =>
        {
            turn.Submit(
                new TransferKeepAlive(
                    MultiAddress.Of(self.Purse.Coldkey.Account), Tao.FromRao(ulong.MaxValue)),
                self.Purse.Coldkey.Account);
            return 10;
        });

        World world = SmallWorld.Run(plan, 3);

        Assert.Equal(Start + 900, world.Chain.Block.Value);
        Assert.True(world.Crew!.Tally.Failed > 0);
        Assert.Equal(0, world.Crew.Tally.Applied);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(ulong.MaxValue - 1)]
    [InlineData(ulong.MaxValue)]
    public void Any_time_to_wait_is_a_time(ulong wait)
    {
        int looks = 0;
        Plan plan = FaultyAgent.PlanWith((_, _) =>
        {
            looks++;
            return wait;
        });

        SmallWorld.Run(plan, 3);

        Assert.Equal(wait == 0, looks > 3);
        Assert.True(looks >= 3);
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(-1, "-1")]
    public void A_program_whose_scores_are_none_is_named_with_slot_and_subnet(
        double score, string shown)
    {
        Plan plan = FaultyAgent.PlanWith(
            (self, turn) => ScoringValidator.SetRow(
                turn, self, new OddScores(score), self.Subnets[0], self.Purse.Hotkey),
            Recruitment.PerValidator);

        RunFaultException fault = Assert.Throws<RunFaultException>(() => SmallWorld.Run(plan, 3));

        Assert.Contains(
            $"the program 'odd-scores' gives slot 2 of subnet 5 the score {shown}; ",
            fault.Message);
    }

    [Fact]
    public void A_measure_that_throws_is_named()
    {
        Measure measure = new(
            "odd", "TAO", "nothing", static (_, _) => throw new DivideByZeroException());
        RunResult run = LaunchRuns.Of(Horizon.Days(1));
        Plan plan = FaultyAgent.PlanWith(static (_, _) => 1) with
        {
            Measures = [new(measure, 5, null, null, string.Empty)],
        };
        RunResult measured = run with
        {
            Point = run.Point with { Scenario = PlanScenario.Of(plan) },
        };

        RunFaultException fault = Assert.Throws<RunFaultException>(() => measured.Findings);

        Assert.StartsWith("the measure 'odd' failed: DivideByZeroException", fault.Message);
    }

    private sealed class OddScores(double score) : IScoringProgram
    {
        public string Name => "odd-scores";

        public string Help => "gives one odd score";

        public ulong Wait(SubnetView view, ulong sinceLast) => 0;

        public void Score(SubnetView view, SeededRandom noise, Span<double> scores)
        {
            scores.Fill(1);
            scores[2] = score;
        }
    }
}
