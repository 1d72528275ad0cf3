using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Xunit;

namespace Dtao.Lab.Tests.Scenarios;

/// <summary>The SN28 episode from its beginning to its end.</summary>
public class EpisodeTests
{
    [Fact]
    public void The_episode_comes_out_as_it_was_from_the_agents_choices_alone()
    {
        RunResult run = Run("sn28", Horizon.Days(20));

        Assert.All(run.Findings, static finding =>
            Assert.True(finding.Holds, $"{finding.Name}: {finding.ValueText}"));
        Assert.Contains(run.Findings, static finding => finding.IsExpected);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_with_agents()
    {
        RunResult first = Run("sn28", new(3_000));
        RunResult second = Run("sn28", new(3_000));

        Assert.Equal(first.LastStateHash, second.LastStateHash);
        Assert.Equal(first.Accounts, second.Accounts);
        Assert.Equal(first.Calls!.Applied, second.Calls!.Applied);
    }

    [Fact]
    public void Another_seed_gives_another_course()
    {
        RunResult first = Run("sn28", new(3_000));
        RunResult other = Run("sn28", new(3_000), seed: 2);

        Assert.NotEqual(first.LastStateHash, other.LastStateHash);
    }

    [Fact]
    public void What_all_groups_pay_and_receive_is_in_their_accounts()
    {
        RunResult run = Run("buyback-vs-hype", Horizon.Days(2));

        Assert.Equal(
            run.Point.Scenario.Plan!.Groups.Select(static group => group.Name),
            run.Accounts.Select(static account => account.Group));
        Assert.Equal(
            run.Accounts.Single(static account => account.Group == "owner").Received,
            run.Accounts.Single(static account => account.Group == "bettor").Received);
    }

    private static RunResult Run(string name, Horizon horizon, ulong seed = 1) => Simulator.Run(
        new(ScenarioCatalog.Find(name)!, horizon, seed, Pinned: null)
        {
            Auditing = Auditing.Off,
        },
        report: null,
        default);
}
