using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Sudo;

/// <summary>The account that may speak as root.</summary>
/// <remarks>Source: docs/spec/dispatch.md#sudo.</remarks>
public sealed class SudoLedger
{
    private readonly ValueItem<AccountId?> _key;

    internal SudoLedger(StateLayer state) => _key = state.Open(Storage.Key);

    /// <summary>The account; null when there is none.</summary>
    public AccountId? Key => _key.Value;

    internal DispatchResult Check(AccountId signer) =>
        _key.Value == signer ? DispatchResult.Ok : SudoError.RequireSudo;

    internal void SetKey(AccountId key) => _key.Value = key;

    internal void RemoveKey() => _key.Clear();

    /// <summary>What sudo keeps in the state. Private, so nothing else can write it.</summary>
    private static class Storage
    {
        /// <summary>The account that may speak as root. Unit: none.</summary>
        public static readonly ValueDescriptor<AccountId?> Key = new(
            "Sudo",
            "Key",
            new(
                "account",
                static (to, value) => Shapes.Account.Write(to, value!.Value),
                static (ref from) => Shapes.Account.Read(ref from)),
            null,
            "none");
    }
}
