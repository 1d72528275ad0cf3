using System.Numerics;
using Dtao.Numerics;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Root;
using Dtao.Runtime.Subnets;

namespace Dtao.Fuzz.Model;

/// <summary>What registrations cost, and where it goes.</summary>
/// <remarks>
/// Whether a registration succeeds is left to the chain; what a successful one does to balances,
/// pools and owners is not.
/// Source: docs/spec/registration.md#burned-register, docs/spec/subnets.md#register-network.
/// </remarks>
internal sealed class RegistrationForecasts(Book book, Parameters parameters)
{
    private static readonly BigInteger Billion = 1_000_000_000;

    /// <summary>The forecast for a call; null when it is none of these.</summary>
    public Forecast? Of(object call, AccountId signer) => call switch
    {
        BurnedRegister register => Burn(signer, register.Hotkey.Account, register.NetUid.Value),
        RegisterNetwork register => Found(signer, register.Hotkey.Account),
        RegisterNetworkWithIdentity register => Found(signer, register.Hotkey.Account),
        RootRegister register => new(null, () => Own(register.Hotkey.Account, signer)),
        _ => null,
    };

    private Forecast Burn(AccountId signer, AccountId hotkey, ushort subnet)
    {
        BigInteger burn = parameters.Of("Burn", subnet);
        return new(null, () =>
        {
            Own(hotkey, signer);
            BigInteger bought = book.Buy(subnet, book.Take(signer, burn));
            PoolModel pool = book.PoolOf(subnet);
            book.Pools[subnet] = pool with { Outside = Amount.Clamp(pool.Outside - bought) };
        });
    }

    private Forecast Found(AccountId signer, AccountId hotkey)
    {
        BigInteger cost = LockCost();
        BigInteger size = parameters.Of("NetworkMinLockCost");
        ushort subnet = 1;
        while (parameters.Exists(subnet))
        {
            subnet++;
        }

        return new(null, () =>
        {
            BigInteger paid = book.Take(signer, cost);
            Own(hotkey, signer);
            book.Pools[subnet] = new(
                IsDynamic: true, size, size, book.PoolOf(subnet).Outside);
            book.Issuance = Amount.Clamp(book.Issuance - BigInteger.Max(0, paid - size));
        });
    }

    private void Own(AccountId hotkey, AccountId coldkey) =>
        book.Owners.TryAdd(hotkey, coldkey);

    private BigInteger LockCost()
    {
        BigInteger last = parameters.Of("NetworkLastLockCost");
        BigInteger registered = parameters.Of("NetworkLastRegistered");
        BigInteger interval = parameters.Of("NetworkLockReductionInterval")
            * CurveModel.At(book.Issuance) / Billion;
        BigInteger top = registered.IsZero ? last : Amount.Clamp(2 * last);
        BigInteger step = interval.IsZero ? 0 : last / interval;
        BigInteger age = BigInteger.Max(0, parameters.Block - registered);
        return BigInteger.Max(
            BigInteger.Max(0, top - Amount.Clamp(step * age)),
            parameters.Of("NetworkMinLockCost"));
    }
}
