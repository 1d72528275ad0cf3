using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Admin;

/// <summary>What setting something costs, as declared.</summary>
/// <param name="Class">Class of the call.</param>
/// <param name="Pays">Whether the call pays.</param>
/// <param name="Weight">Declared weight.</param>
public readonly record struct SettingCost(DispatchClass Class, Pays Pays, Weight Weight)
{
    /// <summary>An ordinary call that pays.</summary>
    public static SettingCost Paying(ulong refTime, ulong proofSize) =>
        new(DispatchClass.Normal, Pays.Yes, new(refTime, proofSize));

    /// <summary>An operational call that is free.</summary>
    public static SettingCost Free(ulong refTime) =>
        new(DispatchClass.Operational, Pays.No, new(refTime));
}
