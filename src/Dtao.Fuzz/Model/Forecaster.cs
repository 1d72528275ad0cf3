using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Delegation;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Weights;

namespace Dtao.Fuzz.Model;

/// <summary>Asks the second model what a call will do.</summary>
internal static class Forecaster
{
    /// <summary>The forecast for a call of an origin; the chain has not run it yet.</summary>
    public static Forecast Of(Chain chain, Book book, Origin origin, ICall call)
    {
        if (call is SetWeights or IncreaseTake or DecreaseTake or SetChildren or SetChildkeyTake)
        {
            return Forecast.TouchesNothing;
        }

        Parameters parameters = new(chain);
        BalanceForecasts balances = new(book, parameters);
        KeyForecasts keys = new(book, parameters);
        if ((balances.OfRoot(call) ?? keys.OfRoot(call)) is { } ofRoot)
        {
            return origin.IsRoot ? ofRoot : Forecast.Fails("BadOrigin");
        }

        AccountId signer = origin.Signer ?? default;
        Forecast? found = new StakeForecasts(book, parameters).Of(call, signer)
            ?? new MoveForecasts(book, parameters).Of(call, signer)
            ?? new RegistrationForecasts(book, parameters).Of(call, signer)
            ?? balances.Of(call, signer)
            ?? keys.Of(call, signer);
        if (found is null) return Forecast.Unknown;
        return origin.Signer is null ? Forecast.Fails("BadOrigin") : found;
    }
}
