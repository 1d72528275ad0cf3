namespace Dtao.Runtime.Audit;

/// <summary>What a flow's rao are rao of.</summary>
public enum FlowUnit
{
    /// <summary>Rao of TAO.</summary>
    Tao,

    /// <summary>Rao of the alpha of subnets; of TAO on root.</summary>
    Alpha,
}
