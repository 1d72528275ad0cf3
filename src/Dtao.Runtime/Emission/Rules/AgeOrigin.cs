namespace Dtao.Runtime.Emission.Rules;

/// <summary>From which block on the age of a moving price counts.</summary>
public enum AgeOrigin
{
    /// <summary>The subnet's registration.</summary>
    Registration,

    /// <summary>The block before the first that emits.</summary>
    Start,
}
