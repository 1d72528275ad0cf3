namespace Dtao.Runtime.Dispatch;

/// <summary>Outcome of a call that entered a block: applied, or failed and undone.</summary>
/// <remarks>The default value is <see cref="Ok"/>.</remarks>
public readonly partial record struct DispatchResult
{
    private readonly DispatchError? _failure;

    private DispatchResult(DispatchError? failure, Pays? pays, Weight? weight)
    {
        _failure = failure;
        ActualPays = pays;
        ActualWeight = weight;
    }

    /// <summary>The call was applied.</summary>
    public static DispatchResult Ok => default;

    /// <summary>The call was applied.</summary>
    public bool IsOk => _failure is null;

    /// <summary>Why the call failed; null when it was applied.</summary>
    public DispatchError? Failure => _failure;

    /// <summary>
    /// The error of the economy's pallet; null for other failures and when applied.
    /// </summary>
    public SubtensorError? Error => _failure?.Subtensor;

    /// <summary>Whether the call pays after all; null leaves what was declared.</summary>
    public Pays? ActualPays { get; }

    /// <summary>What the call weighed after all; null leaves what was declared.</summary>
    public Weight? ActualWeight { get; }

    /// <summary>A failure.</summary>
    public static implicit operator DispatchResult(SubtensorError error) =>
        new((DispatchError)error, pays: null, weight: null);

    /// <summary>A failure.</summary>
    public static implicit operator DispatchResult(DispatchError error) =>
        new(error, pays: null, weight: null);

    /// <summary>The same outcome with what it turned out to cost.</summary>
    public DispatchResult Costing(Pays? pays, Weight? weight = null) =>
        new(_failure, pays ?? ActualPays, weight ?? ActualWeight);

    /// <summary><c>Ok</c>, or the wire name of the error.</summary>
    public override string ToString() => _failure?.ToString() ?? "Ok";
}
