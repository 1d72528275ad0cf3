namespace Dtao.Runtime.Spec;

/// <summary>When ripe pending children become active.</summary>
public enum ChildActivation
{
    /// <summary>In every block, and root's at its epoch (specs 233, 234).</summary>
    EveryBlock,

    /// <summary>In the blocks of the subnet's epoch (from spec 238).</summary>
    AtEpoch,
}
