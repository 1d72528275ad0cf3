namespace Dtao.Runtime.Emission.Rules;

/// <summary>One way to emit a block's TAO and alpha, composed of independent parts.</summary>
/// <remarks>
/// <c>EmissionRules.Find("R4") with { Name = "mine", Shares = new MyShares() }</c> is another
/// rule. Source: docs/spec/rules.md#parts.
/// </remarks>
public sealed record EmissionRule
{
    /// <summary>Name by which it is found, for example <c>R4@348</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How far it can be relied on to be the real one.</summary>
    public required RuleFidelity Fidelity { get; init; }

    /// <summary>What the fidelity does not cover, in one sentence.</summary>
    public required string Limits { get; init; }

    /// <summary>One line that tells what it does, with its formula.</summary>
    public required string Help { get; init; }

    /// <summary>Who gets which part of the block's TAO.</summary>
    public required IShareRule Shares { get; init; }

    /// <summary>How that TAO enters the pools, and how much alpha is made.</summary>
    public required IInjectionRule Injection { get; init; }

    /// <summary>Which subnets take part.</summary>
    public required EmitSet Emits { get; init; }

    /// <summary>What becomes of root's part of the alpha.</summary>
    public required RootPart Root { get; init; }

    /// <summary>Fixed-point type of the moving prices.</summary>
    public PriceFormat MovingPrices { get; init; } = PriceFormat.U96F32;

    /// <summary>From where the age of a moving price counts.</summary>
    public AgeOrigin Age { get; init; } = AgeOrigin.Start;

    /// <summary>
    /// Age at which moving prices follow at half their speed; null: each subnet has its own.
    /// Unit: blocks.
    /// </summary>
    public ulong? HalvingBlocks { get; init; }

    /// <summary>Moving prices move after the epochs of the block, not before.</summary>
    public bool MovesPricesLast { get; init; }

    /// <summary>Root's share of every subnet is stored after the block.</summary>
    public bool StoresRootShares { get; init; }

    /// <summary>The block's TAO is minted first, and what is left of it is returned.</summary>
    public bool MintsFirst { get; init; }

    /// <summary>Subnets can be left without an owner cut.</summary>
    public bool AsksForOwnerCut { get; init; }

    /// <summary>Trades of stable subnets change reserves, as they do since 302.</summary>
    public bool BooksStableTrades { get; init; } = true;

    /// <summary>A refused sale for root is stored as dividends of nothing, as to 297.</summary>
    public bool StoresRefusedSales { get; init; }

    /// <summary>The two sides of pools have weights, and injections change these.</summary>
    public bool WeighsPools { get; init; }

    /// <summary>Flows that are counted while the rule is in force.</summary>
    public CountedFlows Counts { get; init; }

    /// <summary>The part of an epoch's incentives that went to the owner is stored.</summary>
    public bool MeasuresBurns { get; init; }
}
