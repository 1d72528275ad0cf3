using System.Collections.Immutable;
using Dtao.Lab.Agents;
using Dtao.Lab.Quantities;
using Dtao.Lab.Scoring;

namespace Dtao.Lab.Plans;

/// <summary>Reads the groups of agents of a scenario file.</summary>
internal static class GroupText
{
    private const int MostAgents = 100_000;
    private const string Program = "program";

    private static readonly Parameter HowMany = new(
        "count", Dimension.Count, "1 agents", $"1 .. {MostAgents} agents", "how many");

    private static readonly Parameter Tip = new(
        "tip", Dimension.Tao, "0 TAO", "0 .. 1000 TAO", "what it offers with every call");

    /// <summary>All groups, in the order of the file.</summary>
    public static ImmutableArray<GroupPlan> Read(YamlPlace root)
    {
        YamlPlace groups = root.PlaceOrNull("agents")
            ?? throw root.Wrong("agents", "'agents' is missing");
        ImmutableArray<GroupPlan>.Builder plans = ImmutableArray.CreateBuilder<GroupPlan>();
        int agents = 0;
        foreach ((string name, _) in groups.Entries)
        {
            groups.At(name, () => PlanName.Checked(name));
            GroupPlan plan = Of(name, groups.PlaceOrNull(name)!);
            agents += plan.Count;
            if (agents > MostAgents)
            {
                throw groups.Wrong(
                    name, $"with '{name}' there are {agents} agents; {MostAgents} are the most");
            }

            plans.Add(plan);
        }

        return plans.ToImmutable();
    }

    private static GroupPlan Of(string name, YamlPlace group)
    {
        string kindName = group.Text("kind");
        AgentKind kind = AgentKinds.Find(kindName) ?? throw group.Wrong(
            "kind",
            $"unknown kind '{kindName}'; known are "
                + string.Join(", ", AgentKinds.All.Select(static known => known.Name)));
        bool isCounted = kind.Recruitment == Recruitment.ByCount;
        int count = isCounted
            ? (int)group.At("count", () => HowMany.ParseOne(group.Text("count"))).Low
            : 0;
        SubnetSet subnets = new(group.TextOrNull("subnets") ?? "all");
        Spread? tip = group.TextOrNull("tip") is { } offered
            ? group.At("tip", () => Tip.Parse(offered))
            : null;
        ImmutableDictionary<string, string> words =
            ImmutableDictionary<string, string>.Empty.Add(Program, ProgramOf(kind, group));
        Dictionary<string, string> given = [];
        foreach (Parameter parameter in kind.Parameters)
        {
            if (group.TextOrNull(parameter.Name) is not { } text) continue;
            group.At(parameter.Name, () => parameter.Parse(text));
            given[parameter.Name] = text;
        }

        string[] known =
        [
            "kind",
            .. isCounted ? ["count"] : Array.Empty<string>(),
            "subnets",
            "tip",
            .. kind.RunsProgram ? [Program] : Array.Empty<string>(),
            .. kind.Parameters.Select(static parameter => parameter.Name),
        ];
        group.Close(string.Join(", ", known), $"setting ");
        return new(name, kind, count, subnets, new(kind.Parameters, given), words) { Tip = tip };
    }

    private static string ProgramOf(AgentKind kind, YamlPlace group)
    {
        const string Usual = "quality";
        if (!kind.RunsProgram || group.TextOrNull(Program) is not { } program) return Usual;
        if (ScoringPrograms.Find(program) is not null) return program;
        string known = string.Join(", ", ScoringPrograms.All.Select(static one => one.Name));
        throw group.Wrong(Program, $"unknown program '{program}'; known are {known}");
    }
}
