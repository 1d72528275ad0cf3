using System.Text;
using System.Text.Json;
using Dtao.Codec;

namespace Dtao.Conformance.State;

/// <summary>A value of an item that no rule of these versions reads or writes.</summary>
/// <remarks>
/// The engine has no such item. A state may still hold it; it is carried along as it stands, and
/// an expected change of it is a difference.
/// </remarks>
internal sealed class CarriedShape : ValueShape
{
    /// <summary>The items, with the shapes of their keys.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Items =
        new Dictionary<string, string[]>
        {
            ["AvgTempo"] = [],
            ["MaxTempo"] = [],
            ["SubnetAlphaInProvided"] = ["u16"],
            ["SubnetTaoProvided"] = ["u16"],
        };

    /// <inheritdoc/>
    public override void Write(JsonElement value, Accounts accounts, ScaleWriter to) =>
        to.WriteRaw(Encoding.UTF8.GetBytes(value.GetRawText()));

    /// <inheritdoc/>
    public override string Read(ref ScaleReader from, Accounts accounts)
    {
        List<byte> bytes = [];
        while (!from.IsAtEnd)
        {
            bytes.Add(from.ReadU8());
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
