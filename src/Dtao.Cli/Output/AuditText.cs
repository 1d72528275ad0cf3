using Dtao.Lab.Measures;
using Dtao.Lab.Runs;
using Dtao.Runtime.Audit;

namespace Dtao.Cli.Output;

/// <summary>An audit as tables for people: every place, and what came and went.</summary>
internal static class AuditText
{
    /// <summary>Writes the tables.</summary>
    public static void Write(Point point, AuditReport report, TextWriter output)
    {
        string blocks = ReadableNumber.Whole(report.Blocks);
        output.WriteLine(
            $"{point.Scenario.Name}: {blocks} blocks audited, from the end of block "
            + $"{report.Opening.Block} to the end of block {report.Closing.Block}");
        foreach (AuditStatement statement in report.Statements)
        {
            output.WriteLine();
            Write(statement, output);
        }

        output.WriteLine();
        output.WriteLine("documented leaks");
        foreach (FlowTotal total in report.Flows)
        {
            if (total.Rule.Kind != FlowKind.Leak) continue;
            WriteLine(total.Rule.Text, (Int128)total.Rao, total.Rule.Unit, output);
        }

        output.WriteLine();
        output.WriteLine($"unexplained: {report.Unexplained} rao in {blocks} blocks");
    }

    private static void Write(AuditStatement statement, TextWriter output)
    {
        output.WriteLine(statement.Title);
        WriteLine("before", statement.Opening, statement.Unit, output);
        foreach (AuditLine line in statement.Lines)
        {
            WriteLine(line.Rule.Text, line.Rao, statement.Unit, output);
        }

        WriteLine("after", statement.Closing, statement.Unit, output);
    }

    private static void WriteLine(string text, Int128 rao, FlowUnit unit, TextWriter output)
    {
        string name = unit == FlowUnit.Tao ? "TAO" : "alpha";
        output.WriteLine($"  {text,-58} {ReadableNumber.Exact(rao),28} {name}");
    }
}
