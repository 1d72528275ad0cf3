namespace Dtao.Runtime.Dispatch;

/// <summary>Calls of the chain that are left out, with the reason.</summary>
/// <remarks>Source: docs/scope.md.</remarks>
public static class OutOfScope
{
    /// <summary>Why a call is left out, with its pallet; null when it is not.</summary>
    public static string? ReasonFor(CallIndex index) => (index.Pallet, index.Call) switch
    {
        (0, >= 1 and <= 6) => "System: code and raw storage are not written by calls",
        (0, >= 9 and <= 11) => "System: code is not replaced by calls",
        (2, 0) => "Timestamp: whoever makes blocks sets the time",
        (4, _) => "Grandpa: there are no finality votes",
        (7, 51 or 52) => "SubtensorModule: collective voting",
        (8, _) => "Triumvirate: collective voting",
        (9, _) => "TriumvirateMembers: collective voting",
        (10, _) => "SenateMembers: collective voting",
        (14, <= 4) => "Preimage: scheduled calls are stored where they are scheduled",
        (15, <= 9) => "Scheduler: the economy schedules by itself",
        (17, <= 1) => "Registry: superseded by the identities of the economy",
        (18, <= 1) => "Commitments: bytes that the economy does not read",
        (20, <= 7) => "SafeMode: never entered",
        (21, 0) => "Ethereum: another machine",
        (22, <= 5) => "EVM: another machine",
        (25, <= 1) => "BaseFee: gas of another machine",
        (26, <= 1) => "Drand: fetching needs the network",
        _ => null,
    };
}
