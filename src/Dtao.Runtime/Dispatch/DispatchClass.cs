namespace Dtao.Runtime.Dispatch;

/// <summary>Classes of calls, which share a block's limits; with their wire numbers.</summary>
public enum DispatchClass
{
    /// <summary>What users do.</summary>
    Normal = 0,

    /// <summary>What must still fit when users fill the block.</summary>
    Operational = 1,

    /// <summary>What every block must hold.</summary>
    Mandatory = 2,
}
