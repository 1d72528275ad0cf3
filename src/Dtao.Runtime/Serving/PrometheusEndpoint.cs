using Dtao.Codec;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Serving;

/// <summary>Where a neuron publishes its measurements.</summary>
/// <remarks>
/// The default value is what an absent record reads as. Source: docs/spec/serving.md.
/// </remarks>
/// <param name="Block">Block of the announcement.</param>
/// <param name="Version">Version of the software.</param>
/// <param name="Ip">Address as a number; IPv4 in the low 32 bits.</param>
/// <param name="Port">Port.</param>
/// <param name="IpType">4 or 6.</param>
public readonly record struct PrometheusEndpoint(
    ulong Block, uint Version, UInt128 Ip, ushort Port, byte IpType)
{
    internal static readonly Shape<PrometheusEndpoint> Shape = new(
        "PrometheusInfo",
        static (to, value) => value.Write(to),
        static (ref from) => new(
            from.ReadU64(), from.ReadU32(), from.ReadU128(), from.ReadU16(), from.ReadU8()));

    private void Write(ScaleWriter to)
    {
        to.WriteU64(Block);
        to.WriteU32(Version);
        to.WriteU128(Ip);
        to.WriteU16(Port);
        to.WriteU8(IpType);
    }
}
