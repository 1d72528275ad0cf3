namespace Dtao.Runtime.Tests.Calls;

/// <summary>The cases of all calls.</summary>
internal static class CallCases
{
    /// <summary>All cases by name.</summary>
    public static IReadOnlyDictionary<string, CallCase> All { get; } =
        ((CallCase[])
        [
            .. StakeCallCases.All,
            .. RegistrationCallCases.All,
            .. DelegationCallCases.All,
            .. WeightCallCases.All,
            .. CommitCallCases.All,
            .. ServingCallCases.All,
            .. WorkCallCases.All,
            .. KeyCallCases.All,
            .. SubnetCallCases.All,
            .. IdentityCallCases.All,
            .. SenateCallCases.All,
            .. BatchCallCases.All,
            .. BalanceCallCases.All,
            .. WrapperCallCases.All,
            .. ProxyCallCases.All,
            .. MultisigCallCases.All,
            .. AdminCallCases.All,
        ]).ToDictionary(static item => item.Name);
}
