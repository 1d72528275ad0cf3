namespace Dtao.Lab.Reports.Model;

/// <summary>A part of a section: prose, a chart, a table …</summary>
public abstract record ReportBlock
{
    private protected ReportBlock()
    {
    }
}
