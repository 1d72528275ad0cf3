namespace Dtao.Lab.Reports.Model;

/// <summary>Colors that the color-blind can tell apart, lighter on dark ground.</summary>
public enum Tone
{
    /// <summary>The next of the palette.</summary>
    Next,

    /// <summary>Blue.</summary>
    Blue,

    /// <summary>Orange.</summary>
    Orange,

    /// <summary>Green.</summary>
    Green,

    /// <summary>Vermilion.</summary>
    Vermilion,

    /// <summary>Sky blue.</summary>
    Sky,

    /// <summary>Purple.</summary>
    Purple,

    /// <summary>Grey, for references and rules of thumb.</summary>
    Grey,
}
