using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Multisigs;

/// <summary>Who signs together.</summary>
/// <remarks>Source: docs/spec/dispatch.md#multisig.</remarks>
internal static class Signatories
{
    /// <summary>So many may sign together.</summary>
    public const int Most = 100;

    /// <summary>The fewest approvals of a call that waits.</summary>
    public const ushort LowestThreshold = 2;

    /// <summary>The account of the signer and the others, for a call that waits.</summary>
    /// <param name="threshold">How many must approve.</param>
    /// <param name="others">The others, in rising order.</param>
    /// <param name="signer">The signer.</param>
    /// <param name="account">Their account.</param>
    public static DispatchResult Join(
        ushort threshold, AccountId[] others, AccountId signer, out AccountId account)
    {
        account = default;
        return threshold < LowestThreshold
            ? MultisigError.MinimumThreshold
            : JoinAny(threshold, others, signer, out account);
    }

    /// <summary>The account of the signer and the others, with any threshold.</summary>
    public static DispatchResult JoinAny(
        ushort threshold, AccountId[] others, AccountId signer, out AccountId account)
    {
        account = default;
        if (others.Length == 0) return MultisigError.TooFewSignatories;
        if (others.Length >= Most) return MultisigError.TooManySignatories;

        int place = 0;
        for (int index = 0; index < others.Length; index++)
        {
            bool rises = index == 0 || others[index - 1].CompareTo(others[index]) < 0;
            if (!rises) return MultisigError.SignatoriesOutOfOrder;
            int order = others[index].CompareTo(signer);
            if (order == 0) return MultisigError.SenderInSignatories;
            if (order < 0) place = index + 1;
        }

        account = MultisigLedger.AccountOf([.. others[..place], signer, .. others[place..]],
            threshold);
        return DispatchResult.Ok;
    }

    /// <summary>
    /// Where an account stands in a rising list; the complement of where it would stand.
    /// </summary>
    public static int PlaceOf(IReadOnlyList<AccountId> rising, AccountId who)
    {
        for (int index = 0; index < rising.Count; index++)
        {
            int order = rising[index].CompareTo(who);
            if (order == 0) return index;
            if (order > 0) return ~index;
        }

        return ~rising.Count;
    }

    public static void Write(ScaleWriter to, IReadOnlyList<AccountId> accounts) =>
        to.WriteList(accounts, static (writer, account) => writer.Write(account));

    public static AccountId[] Read(ref ScaleReader from) =>
        from.ReadList(static (ref ScaleReader reader) => reader.ReadAccount());
}
