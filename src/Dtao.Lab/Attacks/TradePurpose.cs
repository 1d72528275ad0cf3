namespace Dtao.Lab.Attacks;

/// <summary>What an attacker makes a call for.</summary>
public enum TradePurpose
{
    /// <summary>To buy.</summary>
    Purchase,

    /// <summary>To sell what was bought.</summary>
    Sale,

    /// <summary>To sell what the purchases earned.</summary>
    Dividends,

    /// <summary>To sell what the subnet's owner got.</summary>
    OwnersCut,

    /// <summary>To have a place among the validators, and to use it.</summary>
    Validating,
}
