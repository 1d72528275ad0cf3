using Dtao.Codec.Extrinsics;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Multisigs;
using Dtao.Runtime.Staking;

namespace Dtao.Fuzz.Draws;

/// <summary>Draws calls of several signatories that meet each other now and then.</summary>
/// <remarks>
/// Few signatories and few calls, or nobody would ever approve what another began.
/// </remarks>
internal static class MultisigDraws
{
    private const int Circle = 3;

    /// <summary>An account that the circle or part of it shares, so that it can be paid.</summary>
    public static AccountId SharedAccount(Scene scene)
    {
        AccountId[] circle = CircleOf(scene);
        int left = scene.Chance.Below(circle.Length + 1);
        return MultisigLedger.AccountOf([.. circle.Where((_, index) => index != left)], 2);
    }

    /// <summary>A call of the pallet by its number.</summary>
    public static ICall? Draw(byte number, Scene scene)
    {
        AccountId[] circle = CircleOf(scene);
        if (!scene.Chance.OneIn(8)) scene.Signer = scene.Chance.Among(circle);
        AccountId[] others = OthersOf(scene, circle);
        ushort threshold = scene.Chance.OneIn(8)
            ? scene.Chance.Among<ushort>(0, 1, 3, ushort.MaxValue)
            : (ushort)2;
        if (number == 0)
        {
            return CallDraws.DrawLeaf(scene) is { } any ? new CallAsAnyOf(others, any) : null;
        }

        ICall call = CallOf(scene);
        Hash256 hash = Hash256.FromBytes(Blake2b.Hash256(CallTable.Encode(call)));
        Timepoint? begun = BegunOf(scene, others, threshold, hash);
        Weight weight = scene.Chance.OneIn(12)
            ? new(scene.Chance.Magnitude(40), scene.Chance.Magnitude(20))
            : new(ulong.MaxValue >> 1, ulong.MaxValue >> 1);
        return number switch
        {
            1 => new CallAsMultisig(threshold, others, begun, call, weight),
            2 => new ApproveMultisig(threshold, others, begun, hash, weight),
            _ => new CancelMultisig(threshold, others, begun ?? default, hash),
        };
    }

    /// <summary>Those who can pay a deposit soonest, in rising order.</summary>
    private static AccountId[] CircleOf(Scene scene) =>
        [.. scene.Cast.Coldkeys
            .OrderByDescending(one => scene.Chain.Balances.Free(one))
            .Take(Circle)
            .Select(static one => one.Account)
            .Order()];

    private static AccountId[] OthersOf(Scene scene, AccountId[] circle)
    {
        List<AccountId> others = [.. circle.Where(one => one != scene.Signer)];
        if (others.Count > 1 && scene.Chance.OneIn(6))
        {
            others.RemoveAt(scene.Chance.Below(others.Count));
        }

        // Now and then out of order, or none.
        if (scene.Chance.OneIn(20)) others.Reverse();
        if (scene.Chance.OneIn(40)) others.Clear();
        return [.. others];
    }

    /// <summary>One of few calls, so that two who mean the same meet.</summary>
    public static ICall CallOf(Scene scene)
    {
        MultiAddress first = MultiAddress.Of(scene.Cast.Accounts[0]);
        return scene.Chance.Below(12) switch
        {
            < 4 => new TransferAllowDeath(first, Tao.FromRao(500)),
            < 8 => new AddStake(scene.Cast.Hotkeys[0], new(1), Tao.FromRao(1_000_000)),
            8 => new TransferAll(first, KeepAlive: false),
            9 => new UnstakeAll(scene.Cast.Hotkeys[0]),
            10 => new Burn(Tao.FromRao(1), KeepAlive: true),
            _ => CallDraws.DrawLeaf(scene)
                ?? new TransferAllowDeath(first, Tao.FromRao(501)),
        };
    }

    private static Timepoint? BegunOf(
        Scene scene, AccountId[] others, ushort threshold, Hash256 hash)
    {
        if (scene.Chance.OneIn(12)) return new((uint)scene.Chance.Magnitude(12), 0);
        AccountId[] all = [.. others.Append(scene.Signer).Order()];
        AccountId account = MultisigLedger.AccountOf(all, threshold);
        return scene.Chain.Multisigs.Find(account, hash)?.Begun;
    }
}
