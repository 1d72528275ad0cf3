namespace Dtao.Lab.Attacks;

/// <summary>What an attacker can want a part of.</summary>
public enum AttackGoalKind
{
    /// <summary>The network's TAO emission of the last day.</summary>
    Emission,

    /// <summary>The stake weight of a subnet's active validators.</summary>
    Weights,
}
