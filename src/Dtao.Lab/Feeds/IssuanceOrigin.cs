namespace Dtao.Lab.Feeds;

/// <summary>How a subnet's alpha is known.</summary>
public enum IssuanceOrigin
{
    /// <summary>Carried block by block since its pool was opened.</summary>
    Carried,

    /// <summary>
    /// Until the feed begins estimated from its age, with the injection of the feed's first block.
    /// </summary>
    Estimated,
}
