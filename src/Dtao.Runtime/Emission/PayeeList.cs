using Dtao.Numerics;

namespace Dtao.Runtime.Emission;

/// <summary>The hotkeys that an epoch pays; one object serves many epochs.</summary>
internal sealed class PayeeList
{
    private Payee[] _payees = [];
    private int _count;

    /// <summary>Everyone who was added.</summary>
    public Span<Payee> All => _payees.AsSpan(0, _count);

    public void Clear() => _count = 0;

    public void Add(Hotkey hotkey, bool isNeuron, Alpha incentive, Alpha dividend)
    {
        if (_count == _payees.Length) Array.Resize(ref _payees, Math.Max(256, _count * 2));
        _payees[_count++] = new Payee
        {
            Hotkey = hotkey,
            IsNeuron = isNeuron,
            Incentive = incentive,
            Dividend = I96F32.FromInteger(dividend.Rao),
        };
    }

    /// <summary>Sorts by the bytes of the hotkeys and joins what is due to the same one.</summary>
    public void Merge()
    {
        if (_count == 0) return;
        All.Sort(static (left, right) => left.Hotkey.CompareTo(right.Hotkey));
        int kept = 0;
        for (int index = 1; index < _count; index++)
        {
            ref Payee last = ref _payees[kept];
            ref Payee next = ref _payees[index];
            if (next.Hotkey != last.Hotkey)
            {
                _payees[++kept] = next;
                continue;
            }

            last.IsNeuron |= next.IsNeuron;
            last.Incentive = last.Incentive.SaturatingAdd(next.Incentive);
            last.Dividend = last.Dividend.SaturatingAdd(next.Dividend);
        }

        _count = kept + 1;
    }
}
