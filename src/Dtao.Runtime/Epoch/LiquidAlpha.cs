using Dtao.Numerics;

namespace Dtao.Runtime.Epoch;

/// <summary>A rate for the bonds towards each neuron, by a logistic curve over consensus.</summary>
/// <remarks>Source: docs/spec/epoch.md#liquid-alpha; vectors: vectors/math.json.gz.</remarks>
public static class LiquidAlpha
{
    /// <summary>The logistic curve through two points of consensus.</summary>
    /// <returns>Slope and offset; both zero when there is no such curve.</returns>
    public static (I32F32 Slope, I32F32 Offset) Curve(
        I32F32 alphaHigh, I32F32 alphaLow, I32F32 consensusHigh, I32F32 consensusLow)
    {
        if (consensusHigh <= consensusLow || alphaLow == I32F32.Zero || alphaHigh == I32F32.Zero)
        {
            return (I32F32.Zero, I32F32.Zero);
        }

        I32F32 one = I32F32.One;
        I32F32 high = Logarithm(one.SafeDivide(alphaHigh).SaturatingSubtract(one));
        I32F32 low = Logarithm(one.SafeDivide(alphaLow).SaturatingSubtract(one));
        I32F32 slope = high.SaturatingSubtract(low)
            .SafeDivide(consensusLow.SaturatingSubtract(consensusHigh));
        return (slope, low.SaturatingAdd(slope.SaturatingMultiply(consensusLow)));
    }

    /// <summary>The rates of the curve, before they are held within their bounds.</summary>
    /// <remarks>Upstream: a large exponent fails to zero, which gives a rate of one.</remarks>
    public static I32F32[] Rates(ReadOnlySpan<I32F32> consensus, I32F32 slope, I32F32 offset)
    {
        I32F32[] rates = new I32F32[consensus.Length];
        for (int uid = 0; uid < rates.Length; uid++)
        {
            I32F32 power = Exponential(
                offset.SaturatingSubtract(slope.SaturatingMultiply(consensus[uid])));
            rates[uid] = I32F32.One.SafeDivide(I32F32.One.SaturatingAdd(power));
        }

        return rates;
    }

    /// <summary>Holds rates within their bounds; the lower one wins.</summary>
    public static I32F32[] Hold(ReadOnlySpan<I32F32> rates, I32F32 high, I32F32 low)
    {
        I32F32[] held = new I32F32[rates.Length];
        for (int uid = 0; uid < held.Length; uid++)
        {
            held[uid] = I32F32.Max(I32F32.Min(rates[uid], high), low);
        }

        return held;
    }

    /// <summary>The power of e, or zero where upstream's series fails.</summary>
    public static I32F32 Exponential(I32F32 exponent) =>
        Transcendental.TryExponential(exponent, out I32F32 power) ? power : I32F32.Zero;

    /// <summary>The natural logarithm, or zero where upstream's fails.</summary>
    public static I32F32 Logarithm(I32F32 value) =>
        Transcendental.TryLogarithm(value, out I32F32 logarithm) ? logarithm : I32F32.Zero;

    /// <summary>The power of e of an exponent held within -20 and 20.</summary>
    public static I32F32 HeldExponential(I32F32 exponent)
    {
        I32F32 bound = I32F32.FromInteger(20UL);
        I32F32 held = I32F32.Max(
            I32F32.Min(exponent, bound), I32F32.Zero.SaturatingSubtract(bound));
        if (Transcendental.TryExponential(held, out I32F32 power)) return power;
        return held <= I32F32.Zero ? I32F32.Zero : I32F32.MaxValue;
    }

    /// <summary>The logistic function with a steepness around a middle.</summary>
    public static I32F32 Sigmoid(I32F32 value, I32F32 steepness, I32F32 middle)
    {
        I32F32 offset = value.SaturatingSubtract(middle);
        I32F32 negative = steepness.SaturatingMultiply(I32F32.Zero.SaturatingSubtract(I32F32.One));
        I32F32 power = HeldExponential(negative.SaturatingMultiply(offset));
        return I32F32.One.SafeDivide(power.SaturatingAdd(I32F32.One));
    }
}
