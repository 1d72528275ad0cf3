using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Serving;

/// <summary>Endpoints and certificates that hotkeys announce.</summary>
/// <remarks>
/// A hotkey can announce under any subnet's number. Source: docs/spec/serving.md.
/// </remarks>
public sealed partial class ServingLedger
{
    private static readonly Shape<Axon?> OptionalAxon = new(
        Axon.Shape.Name,
        static (to, value) => Axon.Shape.Write(to, value ?? default),
        static (ref from) => Axon.Shape.Read(ref from));

    private static readonly Shape<PrometheusEndpoint?> OptionalPrometheus = new(
        PrometheusEndpoint.Shape.Name,
        static (to, value) => PrometheusEndpoint.Shape.Write(to, value ?? default),
        static (ref from) => PrometheusEndpoint.Shape.Read(ref from));

    private static readonly Shape<Certificate?> OptionalCertificate = new(
        Certificate.Shape.Name,
        static (to, value) => Certificate.Shape.Write(to, value ?? new([], 0)),
        static (ref from) => Certificate.Shape.Read(ref from));

    /// <summary>Blocks between two announcements of a hotkey.</summary>
    public ulong RateLimit(NetUid subnet) => _rateLimit[subnet];

    /// <summary>Where a hotkey answers; null when it never said.</summary>
    public Axon? AxonOf(NetUid subnet, Hotkey hotkey) => _axons[subnet, hotkey];

    /// <summary>TLS certificate of a hotkey; null when it never showed one.</summary>
    public Certificate? CertificateOf(NetUid subnet, Hotkey hotkey) =>
        _certificates[subnet, hotkey];

    /// <summary>Where a hotkey publishes measurements; null when it never said.</summary>
    public PrometheusEndpoint? PrometheusOf(NetUid subnet, Hotkey hotkey) =>
        _prometheus[subnet, hotkey];

    /// <summary>An announcement at this block would come too soon.</summary>
    /// <param name="subnet">Subnet of the announcement.</param>
    /// <param name="last">Block of the last announcement; zero when there is none.</param>
    /// <param name="now">Present block.</param>
    public bool IsTooSoon(NetUid subnet, ulong last, BlockNumber now)
    {
        if (last == 0) return false;
        ulong age = now.Value > last ? now.Value - last : 0;
        return age < _rateLimit[subnet];
    }

    /// <summary>Sets the blocks between two announcements of a hotkey.</summary>
    internal void SetRateLimit(NetUid subnet, ulong blocks) => _rateLimit[subnet] = blocks;

    /// <summary>Remembers where a hotkey answers.</summary>
    internal void Announce(NetUid subnet, Hotkey hotkey, Axon axon) =>
        _axons[subnet, hotkey] = axon;

    /// <summary>Remembers where a hotkey publishes measurements.</summary>
    internal void Announce(NetUid subnet, Hotkey hotkey, PrometheusEndpoint endpoint) =>
        _prometheus[subnet, hotkey] = endpoint;

    /// <summary>Remembers the certificate of a hotkey.</summary>
    internal void Show(NetUid subnet, Hotkey hotkey, Certificate certificate) =>
        _certificates[subnet, hotkey] = certificate;

    /// <summary>Moves what a hotkey announced; nothing moves where it announced nothing.</summary>
    internal void Move(Hotkey old, Hotkey replacement, NetUid subnet)
    {
        if (_prometheus[subnet, old] is { } endpoint)
        {
            _prometheus.Remove(subnet, old);
            _prometheus[subnet, replacement] = endpoint;
        }

        if (_axons[subnet, old] is { } axon)
        {
            _axons.Remove(subnet, old);
            _axons[subnet, replacement] = axon;
        }

        if (_certificates[subnet, old] is { } certificate)
        {
            _certificates.Remove(subnet, old);
            _certificates[subnet, replacement] = certificate;
        }
    }

    /// <summary>Forgets axon and certificate of a hotkey that lost its uid.</summary>
    /// <remarks>Upstream: the prometheus endpoint stays.</remarks>
    internal void Forget(NetUid subnet, Hotkey hotkey)
    {
        _axons.Remove(subnet, hotkey);
        _certificates.Remove(subnet, hotkey);
    }

    /// <summary>Gives one hotkey what another announced and showed, if it did.</summary>
    internal void Move(Hotkey old, Hotkey replacement, NetUid subnet)
    {
        Move(_prometheus, old, replacement, subnet);
        Move(_axons, old, replacement, subnet);
        Move(_certificates, old, replacement, subnet);
    }

    private static void Move<T>(
        SubnetMapItem<Hotkey, T> items, Hotkey old, Hotkey replacement, NetUid subnet)
    {
        if (!items.Contains(subnet, old)) return;
        T value = items[subnet, old];
        items.Remove(subnet, old);
        items[subnet, replacement] = value;
    }
}
