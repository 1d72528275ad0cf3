using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Serving;

public sealed partial class ServingLedger
{
    private readonly SubnetItem<ulong> _rateLimit;
    private readonly SubnetMapItem<Hotkey, Axon?> _axons;
    private readonly SubnetMapItem<Hotkey, Certificate?> _certificates;
    private readonly SubnetMapItem<Hotkey, PrometheusEndpoint?> _prometheus;

    internal ServingLedger(StateLayer state)
    {
        _rateLimit = state.Open(Storage.RateLimit);
        _axons = state.Open(Storage.Axons);
        _certificates = state.Open(Storage.Certificates);
        _prometheus = state.Open(Storage.Prometheus);
    }

    /// <summary>
    /// What serving keeps in the state. Private, so that nothing else can write it.
    /// </summary>
    private static class Storage
    {
        /// <summary>Blocks between two announcements of a hotkey. Unit: blocks.</summary>
        public static readonly SubnetDescriptor<ulong> RateLimit =
            Declare.BySubnet<ulong>("ServingRateLimit", Shapes.U64, 50, "blocks");

        /// <summary>Where a hotkey answers. Unit: none.</summary>
        public static readonly SubnetMapDescriptor<Hotkey, Axon?> Axons =
            Declare.BySubnetAndHotkey<Axon?>("Axons", OptionalAxon, null, "none");

        /// <summary>TLS certificate of a hotkey. Unit: none.</summary>
        public static readonly SubnetMapDescriptor<Hotkey, Certificate?> Certificates =
            Declare.BySubnetAndHotkey<Certificate?>(
                "NeuronCertificates", OptionalCertificate, null, "none");

        /// <summary>Where a hotkey publishes measurements. Unit: none.</summary>
        public static readonly SubnetMapDescriptor<Hotkey, PrometheusEndpoint?> Prometheus =
            Declare.BySubnetAndHotkey<PrometheusEndpoint?>(
                "Prometheus", OptionalPrometheus, null, "none");
    }
}
