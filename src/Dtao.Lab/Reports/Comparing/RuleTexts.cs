using Dtao.Lab.Plans;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Engine = Dtao.Runtime.Emission.Rules;

namespace Dtao.Lab.Reports.Comparing;

/// <summary>The fidelity of emission rules, for a report.</summary>
internal static class RuleTexts
{
    /// <summary>The version's own rule, and every further one of some schedules.</summary>
    public static IEnumerable<RuleFidelity> Of(IEnumerable<RuleSchedule> schedules)
    {
        yield return new(
            Text.Key("rule.moving-price"), Fidelity.Exact, Text.Key("rule.judged"));
        HashSet<string> named = [];
        foreach (RuleStep step in schedules.SelectMany(static one => one.Steps))
        {
            if (step.Rule is not { } rule || !named.Add(rule.Name)) continue;
            yield return new(
                Text.Verbatim(rule.Name),
                rule.Fidelity == Engine.RuleFidelity.Exact ? Fidelity.Exact : Fidelity.Formula,
                Text.Name($"{rule.Help} {rule.Limits}"));
        }
    }
}
