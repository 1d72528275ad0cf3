namespace Dtao.Runtime.Dispatch;

/// <summary>Outcome of a call that entered a block: applied, or failed and undone.</summary>
/// <remarks>The default value is <see cref="Ok"/>.</remarks>
public readonly record struct DispatchResult
{
    private readonly SubtensorError? _error;

    private DispatchResult(SubtensorError error) => _error = error;

    /// <summary>The call was applied.</summary>
    public static DispatchResult Ok => default;

    /// <summary>The call was applied.</summary>
    public bool IsOk => _error is null;

    /// <summary>Why the call failed; null when it was applied.</summary>
    public SubtensorError? Error => _error;

    /// <summary>A failure.</summary>
    public static implicit operator DispatchResult(SubtensorError error) => new(error);

    /// <summary><c>Ok</c>, or the wire name of the error.</summary>
    public override string ToString() => _error?.ToString() ?? "Ok";
}
