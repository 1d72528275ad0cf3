using Dtao.Codec;

namespace Dtao.Runtime.Dispatch;

/// <summary>What the wire says of one call.</summary>
/// <param name="Index">Pallet and call numbers.</param>
/// <param name="Pallet">Name of the pallet.</param>
/// <param name="Name">Name of the call.</param>
/// <param name="Class">Class of the call; wrappers may raise it by what they hold.</param>
/// <param name="Pays">Whether it pays.</param>
/// <param name="WeightOf">Declared weight.</param>
/// <param name="Decode">Reads the arguments; throws <see cref="FormatException"/>.</param>
public sealed record CallDescription(
    CallIndex Index, string Pallet, string Name, DispatchClass Class, Pays Pays,
    Func<ICall, Weight> WeightOf, CallDescription.Reader Decode)
{
    /// <summary>Reads the arguments of a call and advances.</summary>
    public delegate ICall Reader(ref ScaleReader from);

    /// <summary>First version that has the call; 0 where every version has it.</summary>
    public int Since { get; init; }

    /// <summary>Class by what a call carries; null for calls that carry none.</summary>
    internal Func<ICall, DispatchClass>? ClassOf { get; init; }

    /// <summary>The terms that a call declares.</summary>
    public DispatchTerms TermsOf(ICall call) =>
        new(WeightOf(call), ClassFor(call), Pays);

    internal DispatchClass ClassFor(ICall call) => ClassOf?.Invoke(call) ?? Class;
}
