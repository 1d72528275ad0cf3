using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Claims;

/// <summary>Alpha of one subnet behind its owner's, its validators' and its miners' hotkeys.
/// </summary>
/// <param name="Owner">Behind the owner's hotkey. Unit: 10^-9 alpha.</param>
/// <param name="Validators">Behind validators. Unit: 10^-9 alpha.</param>
/// <param name="Miners">Behind all others. Unit: 10^-9 alpha.</param>
internal readonly record struct StakeOfGroups(decimal Owner, decimal Validators, decimal Miners)
{
    /// <summary>The stakes of the present block.</summary>
    public static StakeOfGroups Of(ClaimLaboratory laboratory, Chain chain, NetUid subnet)
    {
        HashSet<Hotkey> validators =
            [.. laboratory.Young.Validators.Select(static one => one.Hotkey)];
        decimal owner = 0;
        decimal validating = 0;
        decimal mining = 0;
        foreach (Hotkey hotkey in chain.Neurons.Keys(subnet))
        {
            decimal stake = chain.Stakes.StakeOf(hotkey, subnet).Rao;
            if (chain.Subnets.IsOwnerHotkey(subnet, hotkey)) owner += stake;
            else if (validators.Contains(hotkey)) validating += stake;
            else mining += stake;
        }

        return new(owner, validating, mining);
    }
}
