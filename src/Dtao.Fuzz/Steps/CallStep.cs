using System.Text.RegularExpressions;
using Dtao.Codec;
using Dtao.Fuzz.Worlds;
using Dtao.Runtime.Dispatch;

namespace Dtao.Fuzz.Steps;

/// <summary>Bytes that claim to be a call, and who stands behind them.</summary>
/// <param name="Origin">Who stands behind the call.</param>
/// <param name="Bytes">What was received.</param>
public sealed partial record CallStep(Origin Origin, byte[] Bytes) : Step
{
    /// <inheritdoc/>
    public override string Describe(Cast cast)
    {
        string sender = Origin.IsRoot ? "root" : Origin.Signer?.ToHex() ?? "nobody";
        return $"{cast.WithNames($"{sender}: {Text()}")} 0x{Convert.ToHexStringLower(Bytes)}";
    }

    [GeneratedRegex(", Index = CallIndex \\{[^}]*\\}")]
    private static partial Regex IndexPart();

    private string Text()
    {
        try
        {
            ScaleReader reader = new(Bytes);
            ICall call = CallTable.Decode(ref reader);
            CallDescription? wire = CallTable.Find(call.Index);
            return $"{wire?.Pallet}.{wire?.Name} {IndexPart().Replace($"{call}", string.Empty)}";
        }
        catch (FormatException)
        {
            return "no call";
        }
    }
}
