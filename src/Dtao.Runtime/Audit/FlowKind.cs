namespace Dtao.Runtime.Audit;

/// <summary>What a flow is to somebody who checks the books.</summary>
public enum FlowKind
{
    /// <summary>The amount came into being or ceased to be, and is counted so.</summary>
    Supply,

    /// <summary>The amount went from one place to another.</summary>
    Move,

    /// <summary>A documented leak: the amount vanished or appeared without being counted.</summary>
    Leak,

    /// <summary>Says more about an amount that another flow has booked.</summary>
    Memo,

    /// <summary>An observation of the storage that other flows are compared with.</summary>
    Check,
}
