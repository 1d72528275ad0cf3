using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Multisigs;

/// <summary>What the steps of an operation weigh.</summary>
/// <remarks>Source: docs/spec/dispatch.md#multisig.</remarks>
internal static class MultisigWeights
{
    private const ulong Proof = 6_811;
    private const ulong AccountOfTheCarriedCall = 125_000_000;

    /// <summary>Running a call that one approval is enough for, without that call.</summary>
    public static Weight OfAnyOf(int length) => Weight.Linear(71_362_808, 432, length, 3_997);

    /// <summary>The same as it is declared: with the account of the carried call.</summary>
    public static Weight DeclaredOfAnyOf(int length) =>
        OfAnyOf(length).SaturatingAdd(new(AccountOfTheCarriedCall));

    /// <summary>Beginning to wait.</summary>
    public static Weight OfBeginning(int others, int length) =>
        Of(156_518_927, 115_804, others, 1_442, length);

    /// <summary>One more approval.</summary>
    public static Weight OfApproving(int others, int length) =>
        Of(142_806_361, 107_042, others, 1_491, length);

    /// <summary>The last approval, without the call.</summary>
    public static Weight OfExecuting(int others, int length) =>
        Of(343_677_970, 154_697, others, 1_534, length);

    /// <summary>An approval by hash as it is declared.</summary>
    public static Weight DeclaredOfApproving(int others) =>
        Weight.Linear(155_317_105, 109_792, others, Proof);

    /// <summary>Giving up.</summary>
    public static Weight OfCancelling(int others) =>
        Weight.Linear(157_003_421, 108_567, others, Proof);

    private static Weight Of(
        ulong start, ulong eachOther, int others, ulong eachByte, int length) =>
        Weight.Linear(start, eachOther, others, Proof)
            .SaturatingAdd(Weight.Linear(0, eachByte, length));
}
