using Dtao.Codec;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Serving;

/// <summary>Where a neuron answers.</summary>
/// <remarks>
/// The default value is what an absent record reads as. Source: docs/spec/serving.md.
/// </remarks>
/// <param name="Block">Block of the announcement.</param>
/// <param name="Version">Version of the software.</param>
/// <param name="Ip">Address as a number; IPv4 in the low 32 bits.</param>
/// <param name="Port">Port.</param>
/// <param name="IpType">4 or 6.</param>
/// <param name="Protocol">0 for TCP, 1 for UDP by convention; not checked.</param>
/// <param name="Placeholder1">Not checked.</param>
/// <param name="Placeholder2">Not checked.</param>
public readonly record struct Axon(
    ulong Block, uint Version, UInt128 Ip, ushort Port, byte IpType, byte Protocol,
    byte Placeholder1, byte Placeholder2)
{
    internal static readonly Shape<Axon> Shape = new(
        "AxonInfo",
        static (to, value) => value.Write(to),
        static (ref from) => new(
            from.ReadU64(), from.ReadU32(), from.ReadU128(), from.ReadU16(), from.ReadU8(),
            from.ReadU8(), from.ReadU8(), from.ReadU8()));

    private void Write(ScaleWriter to)
    {
        to.WriteU64(Block);
        to.WriteU32(Version);
        to.WriteU128(Ip);
        to.WriteU16(Port);
        to.WriteU8(IpType);
        to.WriteU8(Protocol);
        to.WriteU8(Placeholder1);
        to.WriteU8(Placeholder2);
    }
}
