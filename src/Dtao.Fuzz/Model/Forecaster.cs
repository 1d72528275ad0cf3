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
        StakeForecasts stakes = new(book, parameters);
        MoveForecasts moves = new(book, parameters);
        RegistrationForecasts registrations = new(book, parameters);
        AccountId signer = origin.Signer ?? default;
        Forecast? found = stakes.Of(call, signer)
            ?? moves.Of(call, signer)
            ?? registrations.Of(call, signer);
        if (found is null) return Forecast.Unknown;
        return origin.Signer is null ? Forecast.Fails("BadOrigin") : found;
    }
}
