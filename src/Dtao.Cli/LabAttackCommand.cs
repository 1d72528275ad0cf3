using System.CommandLine;
using System.Globalization;
using System.Text;
using Dtao.Cli.Output;
using Dtao.Lab.Attacks;
using Dtao.Lab.Plans;
using Dtao.Lab.Quantities;
using Dtao.Lab.Reports;
using Dtao.Lab.Reports.Attacking;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;

namespace Dtao.Cli;

/// <summary>The command <c>dtao lab attack</c>.</summary>
internal static class LabAttackCommand
{
    private const string UsualDays = "30";
    private const string UsualNetwork = "launch";

    private static readonly Option<string> Goal = new("--goal")
    {
        Description =
            "What the attacker must have: emission:5% is a share of the network's TAO emission of "
            + "the last day, weights:51% a share of the stake weight of the subnet's validators.",
        HelpName = "GOAL",
        Required = true,
    };

    private static readonly Option<string> Days = new("--days")
    {
        Description = "Time from the start until the goal must be held, in days.",
        HelpName = "DAYS",
        DefaultValueFactory = static _ => UsualDays,
    };

    private static readonly Option<string?> Rule = new("--rule")
    {
        Description =
            $"Emission rule. Known: {RuleSchedule.Known}. [default: {RuleSchedule.OfVersion}]",
        HelpName = "RULE",
    };

    private static readonly Option<string> Subnet = new("--subnet")
    {
        Description = "Subnet that the attacker has taken over.",
        HelpName = "NETUID",
        DefaultValueFactory = static _ => $"{AttackPlan.UsualSubnet}",
    };

    private static readonly Option<string> Network = new("--network")
    {
        Description =
            $"Network that is attacked: {AttackNetwork.Known} for one with the tokens of that age.",
        HelpName = "NETWORK",
        DefaultValueFactory = static _ => UsualNetwork,
    };

    private static readonly Option<string?> Budget = new("--budget")
    {
        Description =
            "Most TAO that the attacker can tie up. [default: "
            + $"{ReadableTao(AttackPlan.UsualBudget)} TAO]",
        HelpName = "TAO",
    };

    private static readonly Option<string?> Inflow = new("--inflow")
    {
        Description =
            "TAO that others stake on all other subnets together. [default: 0 TAO/day, or "
            + $"{ReadableTao(AttackPlan.UsualInflow)} TAO/day under rules that go by flows]",
        HelpName = "TAO/DAY",
    };

    private static readonly Option<string?> Seed = new("--seed")
    {
        Description = "Whole number from which neurons and weights are drawn. "
            + $"[default: {Point.UsualSeed}]",
        HelpName = "SEED",
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Folder for summary.json, series.csv (the calls) and report.html. "
            + "[default: out/attack-GOAL]",
        HelpName = "DIR",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print summary.json to standard output and nothing else.",
    };

    /// <summary>Describes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Command command = new(
            "attack",
            "Searches the cheapest way to a share of the TAO emission, or to a majority of a "
            + "subnet's weights.");
        command.Options.Add(Goal);
        command.Options.Add(Days);
        command.Options.Add(Rule);
        command.Options.Add(Subnet);
        command.Options.Add(Network);
        command.Options.Add(Budget);
        command.Options.Add(Inflow);
        command.Options.Add(Seed);
        command.Options.Add(Out);
        command.Options.Add(Json);
        command.Options.Add(LanguageOption.Value);
        command.SetAction(parsed => Search(parsed, output, error));
        return command;
    }

    private static void Search(ParseResult parsed, TextWriter output, TextWriter error)
    {
        AttackPlan plan = PlanOf(parsed);
        ReportLanguage language = LanguageOption.Of(parsed);
        bool json = parsed.GetValue(Json);
        using Interruption interruption = new();
        try
        {
            ResultFolder folder = ResultFolder.Prepare(
                parsed.GetValue(Out) ?? $"out/attack-{plan.Goal.Text.Replace(':', '-')[..^1]}");
            ProgressDisplay display = ProgressDisplay.For(error, silent: json);
            AttackResult result = display.Show(
                plan.Horizon.Blocks,
                report => Attack.Search(plan, report, interruption.Token));
            AttackFiles files = new(result, language);
            folder.Write(files.WriteFile, interruption.Token);
            if (json) output.Write(Encoding.UTF8.GetString(files.Summary()));
            else AttackText.Write(result, display.Elapsed, folder.Location, output);
        }
        catch (Exception problem)
            when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(problem.Message);
        }
    }

    private static AttackPlan PlanOf(ParseResult parsed)
    {
        AttackNetwork network = Read(
            "--network", parsed.GetValue(Network) ?? UsualNetwork, AttackNetwork.Parse);
        AttackPlan plan = new(
            Read("--goal", parsed.GetValue(Goal) ?? string.Empty, AttackGoal.Parse),
            Read("--subnet", parsed.GetValue(Subnet) ?? string.Empty, text => SubnetOf(
                text, network)),
            network,
            Read("--days", parsed.GetValue(Days) ?? UsualDays, HorizonOf),
            Read("--seed", parsed.GetValue(Seed) ?? $"{Point.UsualSeed}", SeedOf));
        return plan with
        {
            Rules = PointOptions.RulesOf(parsed.GetValue(Rule)),
            Budget = parsed.GetValue(Budget) is { } budget
                ? Read("--budget", budget, static text => Amount(text, Dimension.Tao))
                : AttackPlan.UsualBudget,
            InflowAsked = parsed.GetValue(Inflow) is { } inflow
                ? Read("--inflow", inflow, static text => Amount(text, Dimension.TaoPerDay))
                : null,
        };
    }

    private static T Read<T>(string option, string text, Func<string, T> read)
    {
        try
        {
            return read(text);
        }
        catch (FormatException problem)
        {
            throw new UsageException($"{option}: {problem.Message}");
        }
    }

    private static Tao Amount(string text, Dimension dimension)
    {
        decimal value = Spread.ParseOne(text, dimension);
        return value is >= 0 and <= 21_000_000
            ? Tao.FromRao((ulong)(value * 1_000_000_000))
            : throw new FormatException($"'{text}' is more than there can be; give up to 21000000");
    }

    private static NetUid SubnetOf(string text, AttackNetwork network)
    {
        bool isNumber = ushort.TryParse(
            text, NumberStyles.None, CultureInfo.InvariantCulture, out ushort number);
        NetUid subnet = new(number);
        return isNumber && network.Scenario.Subnets.Any(one => one.NetUid == subnet)
            ? subnet
            : throw new FormatException(
                $"'{text}' is no subnet of the network; give one of 1 to 64");
    }

    private static Horizon HorizonOf(string text) =>
        Horizon.TryParse(text, out Horizon horizon) && horizon.Blocks is >= 300 and <= 2_635_200
            ? horizon
            : throw new FormatException($"'{text}' is no length; give days from 0.05 to 366");

    private static ulong SeedOf(string text) => ulong.TryParse(
        text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
        ? seed
        : throw new FormatException($"'{text}' is no seed; give a whole number from 0");

    /// <summary>An amount as it can be given back.</summary>
    private static string ReadableTao(Tao amount) => AmountText.Of(amount.Rao);
}
