using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Staking;
using Dtao.Runtime.Sudo;

namespace Dtao.Runtime.Proxies;

/// <summary>Which calls a proxy of each type may make.</summary>
/// <remarks>
/// Calls are told apart by their numbers, so that a rule stands also for calls that are out of
/// scope. Source: docs/spec/dispatch.md#proxy.
/// </remarks>
internal static class ProxyRules
{
    private const byte Balances = 5;
    private const byte Subtensor = DispatchError.SubtensorPallet;
    private const byte Triumvirate = 8;
    private const byte TriumvirateMembers = 9;
    private const byte SenateMembers = 10;
    private const byte Admin = 19;
    private const byte SetCode = 2;
    private const ulong SmallLimit = 500_000_000;

    // Numbers of calls of the economy, sorted by what they touch.
    private const byte BurnedRegister = 7;
    private const byte Register = 6;
    private const byte RootRegister = 62;
    private const byte DissolveNetwork = 61;
    private const byte SetTaoWeights = 8;
    private const byte SwapHotkey = 70;
    private const byte SwapColdkey = 71;
    private const byte ScheduleSwapColdkey = 73;
    private const byte SetChildren = 67;
    private const byte SetChildkeyTake = 75;
    private const byte TransferStakeNumber = 86;

    /// <summary>A proxy of this type may make this call.</summary>
    public static bool Allows(ProxyType type, ICall call, RuntimeSpec spec)
    {
        (byte pallet, byte number) = call.Index;
        bool isOfSubtensor = pallet == Subtensor;
        if (isOfSubtensor && !spec.ProxiesKnowNewStaking
            && AnswerToUnlisted(type, number) is { } answer)
        {
            return answer;
        }

        return type switch
        {
            ProxyType.Any => true,
            ProxyType.Owner => pallet == Admin,
            ProxyType.NonCritical => !IsCritical(pallet, number),
            ProxyType.NonTransfer => pallet != Balances && !(isOfSubtensor && number
                is TransferStakeNumber or ScheduleSwapColdkey or SwapColdkey),
            ProxyType.Senate => pallet == SenateMembers,
            ProxyType.NonFungibile => pallet != Balances
                && !(isOfSubtensor && (MovesStake(number) || ChangesKeys(number))),
            ProxyType.Triumvirate => pallet is Triumvirate or TriumvirateMembers,
            ProxyType.Governance => pallet is SenateMembers or Triumvirate or TriumvirateMembers,
            ProxyType.Staking => isOfSubtensor
                && number != TransferStakeNumber && MovesStake(number),
            ProxyType.Registration => isOfSubtensor && number is BurnedRegister or Register,
            ProxyType.Transfer => IsTransfer(pallet, number),
            ProxyType.SmallTransfer => IsSmallTransfer(call),
            ProxyType.RootWeights => isOfSubtensor && number == SetTaoWeights,
            ProxyType.ChildKeys => isOfSubtensor && number is SetChildren or SetChildkeyTake,
            _ => call is RunAsRootWeighing sudo
                && sudo.Call.Index == new CallIndex(DispatchError.SystemPallet, SetCode),
        };
    }

    /// <summary>The first type may do all that the second may.</summary>
    public static bool Includes(ProxyType whole, ProxyType part) => whole switch
    {
        _ when whole == part => true,
        ProxyType.Any => true,
        ProxyType.NonTransfer =>
            part is not (ProxyType.Any or ProxyType.Transfer or ProxyType.SmallTransfer),
        ProxyType.Governance => part is ProxyType.Triumvirate or ProxyType.Senate,
        ProxyType.Transfer => part == ProxyType.SmallTransfer,
        _ => false,
    };

    /// <summary>
    /// What a type says of a call that its list did not name yet; null where it did.
    /// </summary>
    private static bool? AnswerToUnlisted(ProxyType type, byte number)
    {
        bool isNew = number is SwapColdkey or (>= 83 and <= 90);
        return type switch
        {
            ProxyType.NonTransfer when isNew || number == ScheduleSwapColdkey => true,
            ProxyType.NonFungibile when isNew => true,
            ProxyType.Staking or ProxyType.Transfer or ProxyType.SmallTransfer when isNew => false,
            _ => null,
        };
    }

    private static bool IsCritical(byte pallet, byte number) =>
        pallet is Triumvirate or DispatchError.SudoPallet
        || (pallet == Subtensor && number
            is DissolveNetwork or RootRegister or BurnedRegister or SetTaoWeights);

    private static bool MovesStake(byte number) =>
        number is 2 or 3 or (>= 83 and <= 90);

    private static bool ChangesKeys(byte number) => number
        is BurnedRegister or RootRegister or ScheduleSwapColdkey or SwapColdkey or SwapHotkey;

    private static bool IsTransfer(byte pallet, byte number) =>
        (pallet == Balances && number is 0 or 3 or 4)
        || (pallet == Subtensor && number == TransferStakeNumber);

    private static bool IsSmallTransfer(ICall call)
    {
        if (call is TransferStake stake) return stake.Amount < Alpha.FromRao(SmallLimit);
        if (call.Index is not { Pallet: Balances, Call: 0 or 3 }) return false;

        // Both transfers end in the same argument: the compact amount behind an address.
        ScaleWriter to = new();
        call.EncodeArguments(to);
        ScaleReader from = new(to.ToArray());
        from.ReadAddress();
        return from.ReadCompact() < SmallLimit;
    }
}
