namespace Dtao.Runtime.Dispatch;

/// <summary>Whether a call pays a fee; with its wire numbers.</summary>
public enum Pays
{
    /// <summary>The signer pays.</summary>
    Yes = 0,

    /// <summary>The call is free; a tip is paid all the same.</summary>
    No = 1,
}
