using Dtao.Numerics;

namespace Dtao.Runtime.Registration;

/// <summary>How burn and difficulty follow the number of registrations.</summary>
/// <remarks>
/// Source: docs/spec/registration.md#adjustment; vectors: vectors/adjust.json.gz.
/// </remarks>
public static class Adjustment
{
    /// <summary>The value after an interval.</summary>
    /// <param name="value">Value before: a burn in rao or a difficulty.</param>
    /// <param name="registrations">Registrations in the interval.</param>
    /// <param name="target">Registrations aimed at.</param>
    /// <param name="oldWeight">Weight of the old value, in units of 1/(2^64-1).</param>
    /// <param name="least">Lower bound.</param>
    /// <param name="most">Upper bound; it is looked at first.</param>
    /// <remarks>Numbers have 18 fraction bits, which makes the weight coarse.</remarks>
    public static ulong Next(
        ulong value, ushort registrations, ushort target, ulong oldWeight, ulong least, ulong most)
    {
        I110F18 old = I110F18.FromInteger(value);
        I110F18 sum = I110F18.FromInteger(Math.Min((ulong)registrations + target, ushort.MaxValue));
        I110F18 twice = I110F18.FromInteger(Math.Min((ulong)target + target, ushort.MaxValue));
        I110F18 updated = old.SaturatingMultiply(sum).SafeDivide(twice);
        I110F18 alpha = I110F18.FromInteger(oldWeight)
            .SafeDivide(I110F18.FromInteger(ulong.MaxValue));
        I110F18 next = alpha.SaturatingMultiply(old).SaturatingAdd(
            I110F18.One.SaturatingSubtract(alpha).SaturatingMultiply(updated));
        if (next >= I110F18.FromInteger(most)) return most;
        return next <= I110F18.FromInteger(least) ? least : next.FloorToUInt64();
    }
}
