using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Accounts in a state that no call of the economy leaves them in.</summary>
internal static class StoredAccount
{
    /// <summary>Stores an account; the sum of balances is not touched.</summary>
    public static void Put(Chain chain, AccountId who, AccountBalance account)
    {
        ScaleWriter to = new();
        to.WriteU32(account.Nonce);
        to.WriteU32(account.Consumers);
        to.WriteU32(account.Providers);
        to.WriteU32(account.Sufficients);
        to.WriteU64(account.Free.Rao);
        to.WriteU64(account.Reserved.Rao);
        to.WriteU64(account.Frozen.Rao);
        to.WriteU128(account.Flags);
        chain.State.Find("System", "Account")!.Put(
            WireValue.Encode("account", who), to.ToArray());
    }
}
