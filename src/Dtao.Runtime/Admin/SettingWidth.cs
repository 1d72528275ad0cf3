namespace Dtao.Runtime.Admin;

/// <summary>How a setting's value is written on the wire.</summary>
public enum SettingWidth
{
    /// <summary>One byte, 0 or 1.</summary>
    Switch,

    /// <summary>Two bytes.</summary>
    Short,

    /// <summary>Four bytes.</summary>
    Word,

    /// <summary>Eight bytes.</summary>
    Long,
}
