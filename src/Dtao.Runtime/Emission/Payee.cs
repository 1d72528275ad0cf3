using Dtao.Numerics;

namespace Dtao.Runtime.Emission;

/// <summary>What one hotkey is due from an epoch.</summary>
internal struct Payee
{
    /// <summary>Who is paid.</summary>
    public Hotkey Hotkey;

    /// <summary>Owner of the hotkey.</summary>
    public Coldkey Owner;

    /// <summary>The hotkey sits on the subnet: an incentive is paid, if only of zero.</summary>
    public bool IsNeuron;

    /// <summary>Alpha for mining.</summary>
    public Alpha Incentive;

    /// <summary>Alpha for validating. Unit: 10^-9 alpha, with its fraction.</summary>
    public I96F32 Dividend;

    /// <summary>Part of the dividend that root stake earned.</summary>
    public I96F32 RootPart;

    /// <summary>Part of the dividend that is paid in alpha.</summary>
    public I96F32 LocalPart;
}
