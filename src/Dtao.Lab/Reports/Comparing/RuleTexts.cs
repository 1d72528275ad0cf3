using Dtao.Lab.Plans;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Engine = Dtao.Runtime.Emission.Rules;

namespace Dtao.Lab.Reports.Comparing;

/// <summary>The fidelity of emission rules, for a report.</summary>
internal static class RuleTexts
{
    /// <summary>The rules that one run uses.</summary>
    /// <param name="schedule">Its rules; null for those of the versions that run.</param>
    public static IEnumerable<RuleFidelity> InForce(RuleSchedule? schedule)
    {
        bool startsWithRule = schedule is { Steps: [{ After: 0, Rule: not null }, ..] }
            && schedule.Steps.All(static step => step.Rule is not null);
        return Of(schedule is null ? [] : [schedule]).Skip(startsWithRule ? 1 : 0);
    }

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
                Text.Key("rule.note", Text.Phrase(rule.Help), Text.Phrase(rule.Limits)));
        }
    }
}
