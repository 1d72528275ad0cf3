using System.Collections.Immutable;
using Dtao.Lab.Agents;
using Dtao.Lab.Ordering;
using Dtao.Lab.Quantities;
using Dtao.Lab.Scenarios;
using Dtao.Lab.Scoring;
using YamlDotNet.RepresentationModel;

namespace Dtao.Lab.Plans;

/// <summary>Reads scenario files: YAML in which every value has a unit.</summary>
/// <remarks>Source: docs/lab/scenarios.md#file.</remarks>
public static class ScenarioFile
{
    private const string KnownHere =
        "scenario, like, title, question, answer, limits, horizon, network, order, rule, watch, "
        + "purposes, scores, "
        + "agents, measures, calibrated, predicted";

    /// <summary>Settings of a group that are words and not values.</summary>
    private static readonly string[] Words = ["program"];

    /// <summary>Reads a plan.</summary>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <param name="changes">Values that are other than the file says.</param>
    /// <exception cref="ScenarioFileException">It is no scenario.</exception>
    /// <exception cref="FormatException">A change does not fit.</exception>
    public static Plan Read(string file, string text, params IEnumerable<Change> changes)
    {
        YamlNode node = ScenarioYaml.Load(file, text);
        ScenarioYaml.Apply(node, changes);
        YamlPlace root = new(file, node, "a scenario");
        string name = root.Text("scenario");
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
            Groups = GroupsOf(root),
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
        ulong blocks = (ulong)Spread.Parse(text, Dimension.Time).Low;
        if (blocks is 0 or > Horizon.LongestInDays * 7_200UL)
        {
            throw new FormatException($"'{text}' is no length of a run; give 1 block to 10 years");
        }

        return new(blocks);
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
            age is null ? null : network.At("age", () => Spread.Parse(age, Dimension.Time)))
        {
            MovingRate = ValueOf(network, new(
                "moving-rate", Dimension.RatePerBlock, "0.000003 /block", "0 .. 1 /block", "")),
            Tempo = ValueOf(network, new(
                "tempo", Dimension.Time, "360 blocks", "2 .. 65000 blocks", "")),
            Objective = ValueOf(network, new(
                "objective", Dimension.Share, "20 %", "0 .. 100 %", "")),
        };
        network.Close("start, open, scored, age, moving-rate, tempo, objective");
        return plan;
    }

    private static Spread? ValueOf(YamlPlace place, Parameter parameter) =>
        place.TextOrNull(parameter.Name) is { } text
            ? place.At(parameter.Name, () => parameter.Parse(text))
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

    private static ImmutableArray<GroupPlan> GroupsOf(YamlPlace root)
    {
        YamlPlace groups = root.PlaceOrNull("agents")
            ?? throw root.Wrong("agents", "'agents' is missing");
        return
        [
            .. groups.Entries.Select(entry =>
                GroupOf(entry.Name, groups.PlaceOrNull(entry.Name)!)),
        ];
    }

    private static GroupPlan GroupOf(string name, YamlPlace group)
    {
        string kindName = group.Text("kind");
        AgentKind kind = AgentKinds.Find(kindName) ?? throw group.Wrong(
            "kind",
            $"unknown kind '{kindName}'; known are "
                + string.Join(", ", AgentKinds.All.Select(static known => known.Name)));
        int count = 0;
        if (kind.Recruitment == Recruitment.ByCount)
        {
            Parameter parameter = new(
                "count", Dimension.Count, "1 agents", "1 .. 100000 agents", "how many");
            count = (int)group.At("count", () => parameter.Parse(group.Text("count"))).Low;
        }

        SubnetSet subnets = new(group.TextOrNull("subnets") ?? "all");
        ImmutableDictionary<string, string> words = WordsOf(group);
        Dictionary<string, string> given = [];
        foreach ((string key, _) in group.Entries)
        {
            if (key is "kind" or "count" or "subnets" || Words.Contains(key)) continue;
            given[key] = group.Text(key);
        }

        foreach (string key in given.Keys)
        {
            group.At(key, () => new Settings(
                kind.Parameters, new Dictionary<string, string> { [key] = given[key] }));
        }

        return new(name, kind, count, subnets, new(kind.Parameters, given), words);
    }

    private static ImmutableDictionary<string, string> WordsOf(YamlPlace group)
    {
        if (group.TextOrNull("program") is not { } program)
        {
            return ImmutableDictionary<string, string>.Empty.Add("program", "quality");
        }

        if (ScoringPrograms.Find(program) is null)
        {
            string known = string.Join(
                ", ", ScoringPrograms.All.Select(static one => one.Name));
            throw group.Wrong("program", $"unknown program '{program}'; known are {known}");
        }

        return ImmutableDictionary<string, string>.Empty.Add("program", program);
    }

    private static void CheckSubnets(YamlPlace root, Plan plan)
    {
        ImmutableArray<Numerics.NetUid> all =
            [.. LaunchScenario.Value.Subnets.Select(static subnet => subnet.NetUid)];
        root.At("watch", () => plan.Watched.Of(all));
        root.At("network", () => (plan.Network.Open ?? SubnetSet.All).Of(all));
        root.At("network", () => (plan.Network.Scored ?? SubnetSet.All).Of(all));
        foreach (GroupPlan group in plan.Groups)
        {
            root.PlaceOrNull("agents")!.At(group.Name, () => group.Subnets.Of(all));
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
