using Dtao.Runtime.State;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.State;

/// <summary>What a state must hold, kept the slow and obvious way beside the real one.</summary>
internal sealed class StateModel
{
    private readonly Stack<Dictionary<string, string>> _calls = new();
    private readonly Stack<int> _marks = new();
    private Dictionary<string, string> _now;
    private Dictionary<string, string> _blockStart;

    public StateModel(Chain chain)
        : this(chain, Read(chain))
    {
        chain.State.BeginBlock();
    }

    private StateModel(Chain chain, Dictionary<string, string> content)
    {
        Chain = chain;
        _now = content;
        _blockStart = new(content);
    }

    public Chain Chain { get; }

    public int Depth => _calls.Count;

    public void Put(IStorageItem like, byte[] key, byte[] value)
    {
        Own(like).Put(key, value);
        _now[NameOf(like, key)] = Convert.ToHexStringLower(value);
    }

    public void Remove(IStorageItem like, byte[] key)
    {
        Own(like).Remove(key);
        _now.Remove(NameOf(like, key));
    }

    public void Clear(IStorageItem like)
    {
        Own(like).Clear();
        string prefix = NameOf(like, []);
        foreach (string name in _now.Keys.Where(
            name => name.StartsWith(prefix, StringComparison.Ordinal)).ToArray())
        {
            _now.Remove(name);
        }
    }

    public void BeginCall()
    {
        _calls.Push(new(_now));
        _marks.Push(Chain.State.BeginCall());
    }

    public void Keep()
    {
        _calls.Pop();
        Chain.State.Keep(_marks.Pop());
    }

    public void Undo()
    {
        _now = _calls.Pop();
        Chain.State.Undo(_marks.Pop());
    }

    public void BeginBlock()
    {
        _blockStart = new(_now);
        Chain.State.BeginBlock();
    }

    public StateModel Branch() => new(Chain.Branch(), new(_now));

    /// <summary>Says where the real state differs; null when it does not.</summary>
    public string? Difference()
    {
        Dictionary<string, string> found = Read(Chain);
        foreach ((string name, string value) in _now)
        {
            if (!found.TryGetValue(name, out string? other)) return $"{name} is missing";
            if (other != value) return $"{name} is {other} instead of {value}";
        }

        foreach (string name in found.Keys)
        {
            if (!_now.ContainsKey(name)) return $"{name} should not be there";
        }

        return DifferenceOfChanges();
    }

    private string? DifferenceOfChanges()
    {
        Dictionary<string, string?> changes = [];
        foreach (IStorageItem item in Chain.State.ChangedItems)
        {
            foreach ((byte[] key, byte[]? value) in item.Changes())
            {
                string name = NameOf(item, key);
                string? text = value is null ? null : Convert.ToHexStringLower(value);
                if (!changes.TryAdd(name, text)) return $"{name} is listed twice as changed";
                if (_now.GetValueOrDefault(name) != text) return $"{name} changed to {text}";
            }
        }

        foreach (string name in _now.Keys.Union(_blockStart.Keys))
        {
            bool isChanged = _now.GetValueOrDefault(name) != _blockStart.GetValueOrDefault(name);
            if (isChanged && !changes.ContainsKey(name)) return $"{name} is not listed as changed";
        }

        return null;
    }

    private IStorageItem Own(IStorageItem like) => Chain.State.Find(like.Pallet, like.Name)!;

    private static Dictionary<string, string> Read(Chain chain)
    {
        Dictionary<string, string> content = [];
        foreach (IStorageItem item in chain.State.Items)
        {
            foreach ((byte[] key, byte[] value) in item.Entries())
            {
                content.Add(NameOf(item, key), Convert.ToHexStringLower(value));
            }
        }

        return content;
    }

    private static string NameOf(IStorageItem item, byte[] key) =>
        $"{item.Pallet}.{item.Name}/{Convert.ToHexStringLower(key)}";

    /// <summary>A key out of few, so that operations meet.</summary>
    public static byte[] FewKeys(IStorageItem item, Draws draws)
    {
        List<byte> key = [];
        foreach (KeyPart part in item.Keys)
        {
            int choice = draws.Below(4);
            key.AddRange(part.Shape switch
            {
                "u16" => [(byte)(choice & 1), (byte)(choice >> 1)],
                "list<u8>" => [4, (byte)choice],
                "H256" => [.. Enumerable.Repeat((byte)choice, 32)],
                _ => WireValue.Encode(part.Shape, (ulong)choice),
            });
        }

        return [.. key];
    }
}
