namespace Dtao.Runtime.Dispatch;

public readonly partial record struct DispatchError
{
    /// <summary>Number of the administrative pallet.</summary>
    public const byte AdminPallet = 19;

    /// <summary>Something that this implementation leaves out and says so.</summary>
    public static DispatchError OutOfScope =>
        new(DispatchErrorKind.Unavailable, 0, 0, nameof(DispatchErrorKind.Unavailable));

    /// <summary>An error of the administrative pallet.</summary>
    public static implicit operator DispatchError(AdminUtilsError error) =>
        Module(AdminPallet, (byte)error, error.ToString());
}
