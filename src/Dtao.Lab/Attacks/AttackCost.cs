namespace Dtao.Lab.Attacks;

/// <summary>What an attack costs and brings.</summary>
/// <param name="Locked">Most TAO tied up at any time. Unit: rao.</param>
/// <param name="Loss">
/// TAO paid less TAO got back for what was bought, when all is sold at the end. Unit: rao.
/// </param>
/// <param name="Earned">
/// TAO for which the owner's cut and the dividends were sold after that. Unit: rao.
/// </param>
public readonly record struct AttackCost(decimal Locked, decimal Loss, decimal Earned)
{
    /// <summary>TAO tied up, added up over the blocks. Unit: rao × blocks.</summary>
    public decimal TiedUp { get; init; }

    /// <summary>What the owner's cut would have brought without the attack. Unit: rao.
    /// </summary>
    public decimal EarnedAnyway { get; init; }

    /// <summary>TAO emission that the attack drew to the subnet. Unit: rao.</summary>
    public decimal Gained { get; init; }

    /// <summary>Loss less what the attack earned beyond what came anyway; negative for a gain.
    /// Unit: rao.</summary>
    public decimal Net => Loss - (Earned - EarnedAnyway);

    /// <summary>TAO tied up, added up over time. Unit: rao × days.</summary>
    public decimal TiedUpDays => TiedUp / AttackClock.Day;
}
