using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>A chart.</summary>
public abstract record Chart : ReportBlock
{
    private protected Chart()
    {
    }

    /// <summary>What it shows.</summary>
    public required Text Title { get; init; }

    /// <summary>How to read it; null for nothing to say.</summary>
    public Text? Caption { get; init; }

    /// <summary>Digits that its values keep; fewer make the page smaller.</summary>
    public int Digits { get; init; } = 7;

    /// <summary>Height in pixels.</summary>
    public int Height { get; init; } = 360;
}
