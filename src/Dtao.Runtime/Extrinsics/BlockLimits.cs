using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Extrinsics;

/// <summary>How much room a block has left, by class.</summary>
/// <remarks>Source: docs/spec/dispatch.md#limits.</remarks>
internal sealed class BlockLimits
{
    private const ulong WholeBlock = 4_000_000_000_000;
    private const ulong NormalTotal = 3_000_000_000_000;
    private const ulong NormalExtrinsic = 2_599_892_926_000;
    private const ulong OperationalExtrinsic = 3_599_892_926_000;
    private const ulong OperationalReserve = 1_000_000_000_000;
    private const long WholeLength = 10_485_760;
    private const long NormalLength = 7_864_320;

    // What a block weighs before its first extrinsic: itself, and the hook of the economy.
    private const ulong BaseBlock = 453_383_000;
    private const ulong EconomyHook = 329_234_229_000;

    private readonly ulong[] _used = new ulong[3];
    private long _length;

    /// <summary>Begins a block.</summary>
    public void BeginBlock()
    {
        Array.Clear(_used);
        _used[(int)DispatchClass.Mandatory] = BaseBlock + EconomyHook;
        _length = 0;
    }

    /// <summary>
    /// Takes the room of an extrinsic; false, and nothing taken, when there is none.
    /// </summary>
    /// <param name="terms">Declared terms of the call.</param>
    /// <param name="length">Length of the extrinsic. Unit: bytes.</param>
    public bool TryTake(DispatchTerms terms, int length)
    {
        DispatchClass kind = terms.Class;
        long longest = kind == DispatchClass.Normal ? NormalLength : WholeLength;
        if (_length + length > longest) return false;

        ulong own = terms.Weight.RefTime;
        ulong weight = Add(own, TransactionFees.BaseExtrinsic.RefTime);
        if (kind != DispatchClass.Mandatory && !HasRoom(kind, own, weight)) return false;

        _used[(int)kind] = Add(_used[(int)kind], weight);
        _length += length;
        return true;
    }

    /// <summary>Gives back all that an extrinsic took which does not enter after all.</summary>
    public void Release(DispatchTerms terms, int length)
    {
        GiveBack(terms.Class, terms.Weight.SaturatingAdd(TransactionFees.BaseExtrinsic));
        _length -= length;
    }

    /// <summary>Gives back what an extrinsic declared and did not use.</summary>
    public void GiveBack(DispatchClass kind, Weight unused) =>
        _used[(int)kind] -= Math.Min(_used[(int)kind], unused.RefTime);

    private bool HasRoom(DispatchClass kind, ulong own, ulong weight)
    {
        bool isNormal = kind == DispatchClass.Normal;
        ulong ofClass = Add(_used[(int)kind], weight);
        if (ofClass > (isNormal ? NormalTotal : WholeBlock)) return false;

        // A full block still has room for what stays within the reserve of its class.
        ulong total = weight;
        foreach (ulong used in _used)
        {
            total = Add(total, used);
        }

        if (total > WholeBlock && ofClass > (isNormal ? 0 : OperationalReserve)) return false;
        return own <= (isNormal ? NormalExtrinsic : OperationalExtrinsic);
    }

    private static ulong Add(ulong left, ulong right) =>
        left > ulong.MaxValue - right ? ulong.MaxValue : left + right;
}
