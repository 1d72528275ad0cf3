using System.Text.Json;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>Which method runs which example of the economy.</summary>
internal static class EconomyExamples
{
    public static IReadOnlyDictionary<string, Action<JsonElement>> ById { get; } =
        new Dictionary<string, Action<JsonElement>>(
        [
            .. NumericExamples.All,
            .. PoolExamples.All,
            .. CoinbaseExamples.All,
            .. DividendExamples.All,
            .. SharePoolExamples.All,
            .. StakingExamples.All,
            .. RegistrationExamples.All,
            .. DissolveExamples.All,
            .. KeySwapExamples.All,
            .. DelegationExamples.All,
        ]);
}
