using Dtao.Lab.Agents;
using Dtao.Lab.Plans;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Scenarios;
using Xunit;

namespace Dtao.Lab.Tests.Reports;

/// <summary>What scenarios with agents say is there in Traditional Chinese too.</summary>
public class PlanReportTests
{
    [Fact]
    public void Everything_that_a_scenario_file_says_is_translated()
    {
        IEnumerable<string> said = ScenarioCatalog.All
            .Select(static scenario => scenario.Plan)
            .OfType<Plan>()
            .SelectMany(static plan => plan.Calibrated
                .Concat(plan.Predicted)
                .Concat(plan.Measures.Select(static measure => measure.Because))
                .Append(plan.Title).Append(plan.Question).Append(plan.Limits));

        Assert.Empty(UntranslatedOf(said));
    }

    [Fact]
    public void Agents_and_their_settings_are_translated()
    {
        IEnumerable<string> said = AgentKinds.All.SelectMany(static kind => kind.Parameters
            .Select(static parameter => parameter.Help)
            .Append(kind.Help)
            .Append(kind.Name));

        Assert.Empty(UntranslatedOf(said));
    }

    private static SortedSet<string> UntranslatedOf(IEnumerable<string> said)
    {
        SortedSet<string> untranslated = new(StringComparer.Ordinal);
        foreach (string phrase in said)
        {
            TextBook.Standard.Say(
                Text.Phrase(phrase), ReportLanguage.TraditionalChinese, untranslated);
        }

        return untranslated;
    }
}
