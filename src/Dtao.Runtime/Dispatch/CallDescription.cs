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
}
