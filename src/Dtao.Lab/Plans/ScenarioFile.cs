using System.Collections.Immutable;
using Dtao.Lab.Ordering;
using Dtao.Lab.Quantities;
using Dtao.Lab.Scenarios;
using YamlDotNet.RepresentationModel;

namespace Dtao.Lab.Plans;

/// <summary>Reads scenario files: YAML in which every value has a unit.</summary>
/// <remarks>Source: docs/lab/scenarios.md#file.</remarks>
public static class ScenarioFile
{
    /// <summary>Until then a subnet makes one alpha a block, as aged tokens assume.</summary>
    private static readonly Parameter Age = new(
        "age", Dimension.Time, "1 days", "0 .. 10500000 blocks", "");

    private const string KnownHere =
        "scenario, like, title, question, answer, limits, horizon, network, order, rule, watch, "
        + "purposes, scores, "
        + "agents, measures, calibrated, predicted";

    /// <summary>Reads a plan.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="changes">Values that are other than the file says.</param>
    /// <exception cref="ScenarioFileException">It is no scenario.</exception>
    /// <exception cref="FormatException">A change does not fit.</exception>
    public static Plan Read(string file, string text, params IEnumerable<Change> changes)
    {
        YamlOrigins origins = new(file);
        YamlNode node = ScenarioYaml.Load(text, origins);
        ScenarioYaml.Apply(node, changes, origins);
        YamlPlace root = new(origins, node, "a scenario");
        string name = root.At("scenario", () => PlanName.Checked(root.Text("scenario")));
        ImmutableArray<MeasurePlan> measures = MeasureText.Read(root);
        Plan plan = new()
        {
            Name = name,
            SeedName = root.TextOrNull(ScenarioYaml.Like) ?? name,
            Title = root.Text("title"),
            Question = root.Text("question"),
            Answer = root.TextOrNull("answer") is { } answer
                ? root.At("answer", () => ScenarioAnswer.Parse(answer, measures))
                : null,
            Limits = root.Text("limits"),
            Horizon = root.At("horizon", () => HorizonOf(root.Text("horizon"))),
            Network = NetworkOf(root),
            BlockOrder = OrderOf(root),
            Rules = root.TextOrNull("rule") is { } rules
                ? root.At("rule", () => RuleSchedule.Parse(rules))
                : null,
            Watched = new(root.TextOrNull("watch") ?? "all"),
            Purposes = PurposesOf(root),
            Scores = ScoresOf(root),
            Groups = GroupText.Read(root),
            Measures = measures,
            Calibrated = [.. root.Lines("calibrated")],
            Predicted = [.. root.Lines("predicted")],
            Source = new(file, text, [.. changes]),
        };
        root.Find(ScenarioYaml.Like);
        root.Close(KnownHere);
        CheckSubnets(root, plan);
        CheckNames(root, plan);
        return plan;
    }

    private static Horizon HorizonOf(string text)
    {
        Spread length = Spread.Parse(text, Dimension.Time);
        bool isLength = length.Low == length.High
            && length.Low is >= 1 and <= Horizon.LongestInDays * 7_200;
        return isLength
            ? new((ulong)length.Low)
            : throw new FormatException(
                $"'{text}' is no length of a run; give 1 block to {Horizon.LongestInDays} days");
    }

    private static NetworkPlan NetworkOf(YamlPlace root)
    {
        YamlPlace network = root.PlaceOrNull("network")
            ?? throw root.Wrong("network", "'network' is missing");
        string start = network.Text("start");
        if (start is not ("launch" or "aged"))
        {
            throw network.Wrong("start", $"unknown network '{start}'; known are launch, aged");
        }

        string? age = network.TextOrNull("age");
        if ((start == "aged") != (age is not null))
        {
            throw network.Wrong("start", "an aged network has an 'age', and only that one");
        }

        NetworkPlan plan = new(
            start,
            network.TextOrNull("open") is { } open ? new(open) : null,
            network.TextOrNull("scored") is { } scored ? new(scored) : null,
            age is null ? null : ValueOf(network, Age))
        {
            MovingRate = ValueOf(network, new(
                "moving-rate", Dimension.RatePerBlock, "0.000003 /block", "0 .. 1 /block", "")),
            Tempo = ValueOf(network, new(
                "tempo", Dimension.Time, "360 blocks", "2 .. 65000 blocks", "")),
            Objective = ValueOf(network, new(
                "objective", Dimension.Share, "20 %", "0 .. 100 %", "")),
            TalkLasts = ValueOf(network, new(
                "talk-lasts", Dimension.Time, "1 days", "25 .. 720000 blocks", "")),
            TalkGrows = ValueOf(network, new(
                "talk-grows", Dimension.Factor, "5 x", "0 .. 1000 x", "")),
        };
        network.Close(
            "start, open, scored, age, moving-rate, tempo, objective, talk-lasts, talk-grows");
        return plan;
    }

    private static Spread? ValueOf(YamlPlace place, Parameter parameter) =>
        place.TextOrNull(parameter.Name) is { } text
            ? place.At<Spread?>(parameter.Name, () => parameter.ParseOne(text))
            : null;

    private static ImmutableDictionary<string, SubnetSet> PurposesOf(YamlPlace root)
    {
        if (root.PlaceOrNull("purposes") is not { } purposes)
        {
            return ImmutableDictionary<string, SubnetSet>.Empty;
        }

        ImmutableArray<Numerics.NetUid> all =
            [.. LaunchScenario.Value.Subnets.Select(static subnet => subnet.NetUid)];
        return purposes.Entries.ToImmutableDictionary(
            static entry => entry.Name,
            entry =>
            {
                purposes.At(entry.Name, () => PlanName.Checked(entry.Name));
                SubnetSet set = new(purposes.Text(entry.Name));
                purposes.At(entry.Name, () => set.Of(all));
                return set;
            });
    }

    private static ImmutableDictionary<string, Spread> ScoresOf(YamlPlace root)
    {
        if (root.PlaceOrNull("scores") is not { } scores)
        {
            return ImmutableDictionary<string, Spread>.Empty;
        }

        return scores.Entries.ToImmutableDictionary(
            static entry => entry.Name,
            entry => ValueOf(scores, new(
                entry.Name, Dimension.Factor, "1 x", "0 .. 1000000 x", ""))!.Value);
    }

    private static string OrderOf(YamlPlace root)
    {
        string order = root.TextOrNull("order") ?? BlockOrders.Usual;
        return BlockOrders.Names.Contains(order) ? order : throw root.Wrong(
            "order", $"unknown order '{order}'; known are {string.Join(", ", BlockOrders.Names)}");
    }

    private static void CheckSubnets(YamlPlace root, Plan plan)
    {
        ImmutableArray<Numerics.NetUid> all =
            [.. LaunchScenario.Value.Subnets.Select(static subnet => subnet.NetUid)];
        ImmutableArray<Numerics.NetUid> watched = root.At("watch", () => plan.Watched.Of(all));
        YamlPlace network = root.PlaceOrNull("network")!;
        network.At("open", () => (plan.Network.Open ?? SubnetSet.All).Of(all));
        network.At("scored", () => (plan.Network.Scored ?? SubnetSet.All).Of(all));
        YamlPlace groups = root.PlaceOrNull("agents")!;
        foreach (GroupPlan group in plan.Groups)
        {
            groups.PlaceOrNull(group.Name)!.At("subnets", () => group.Subnets.Of(all));
        }

        foreach (MeasurePlan measure in plan.Measures)
        {
            if (measure.Subnet == 0) continue;
            Numerics.NetUid subnet = new(measure.Subnet);
            bool isThere = (measure.Measure.ReadsPath ? watched : all).Contains(subnet);
            if (isThere) continue;
            string title = $"{measure.Measure.Name} {measure.Subnet}";
            throw root.PlaceOrNull("measures")!.Wrong(
                title,
                all.Contains(subnet)
                    ? $"'{title}' reads a price path; add subnet {subnet} to 'watch'"
                    : $"'{title}' names subnet {subnet}, which the network lacks");
        }
    }

    private static void CheckNames(YamlPlace root, Plan plan)
    {
        foreach (string scored in plan.Scores.Keys)
        {
            if (plan.Purposes.ContainsKey(scored)) continue;
            throw root.PlaceOrNull("scores")!.Wrong(
                scored, $"'{scored}' is no purpose of the scenario");
        }

        foreach (MeasurePlan measure in plan.Measures)
        {
            bool isKnown = measure.Measure.Subject switch
            {
                Measures.MeasureSubject.Group =>
                    plan.Groups.Any(group => group.Name == measure.Named),
                Measures.MeasureSubject.Purpose => plan.Purposes.ContainsKey(measure.Named),
                _ => true,
            };
            if (isKnown) continue;
            string title = $"{measure.Measure.Name} {measure.Named}";
            throw root.PlaceOrNull("measures")!.Wrong(
                title, $"'{title}' names what the scenario does not have");
        }
    }
}
