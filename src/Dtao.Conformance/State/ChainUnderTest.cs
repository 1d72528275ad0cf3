using Dtao.Runtime;
using Dtao.Runtime.Spec;
using Dtao.Runtime.State;

namespace Dtao.Conformance.State;

/// <summary>
/// A chain that starts from a state of a file, beside the state that is expected.
/// </summary>
internal sealed class ChainUnderTest
{
    private readonly CaseLog _log;
    private readonly StateImage _carried;

    private ChainUnderTest(
        Chain chain, Accounts accounts, StateImage expected, StateImage carried, CaseLog log)
    {
        Chain = chain;
        Accounts = accounts;
        Expected = expected;
        _carried = carried;
        _log = log;
    }

    /// <summary>The chain.</summary>
    public Chain Chain { get; }

    /// <summary>Accounts of the scenario.</summary>
    public Accounts Accounts { get; }

    /// <summary>State that the file says the chain should have now.</summary>
    public StateImage Expected { get; }

    /// <summary>A chain with the case's <c>state</c>.</summary>
    public static ChainUnderTest Start(VectorNode scenario) =>
        Start(scenario, scenario.Log.Spec);

    /// <summary>A chain of a given version with the case's <c>state</c>.</summary>
    public static ChainUnderTest Start(VectorNode scenario, RuntimeSpec spec)
    {
        Accounts accounts = Accounts.Read(scenario.Find("accounts"));
        ChainUnderTest test = new(new Chain(spec), accounts, new(), new(), scenario.Log);
        test.Give(scenario["state"]);
        return test;
    }

    /// <summary>The same chain, as it is, in the next file's scenario.</summary>
    /// <remarks>The scenario's <c>state</c> is expected, not loaded.</remarks>
    public ChainUnderTest CarryInto(VectorNode scenario)
    {
        ChainUnderTest next = new(
            Chain, Accounts.Read(scenario.Find("accounts")), Expected, _carried, scenario.Log);
        next.ExpectState(scenario["state"]);
        return next;
    }

    /// <summary>Sets the present block.</summary>
    public void At(VectorNode block) => Chain.SetBlock(new(block.Number<uint>()));

    /// <summary>Changes state and expectation alike.</summary>
    public void Give(VectorNode patch)
    {
        List<StateChange> changes = StateChange.Read(patch, Accounts);
        Expected.Apply(changes);
        Write(changes, patch.Path);
    }

    /// <summary>Changes state and expectation alike by entries that no file tells.</summary>
    public void Assume(IReadOnlyList<StateChange> changes)
    {
        Expected.Apply(changes);
        Write([.. changes], "assumed");
    }

    /// <summary>Changes the state; a later patch of the file expects it.</summary>
    public void GiveUnannounced(VectorNode patch) =>
        Write(StateChange.Read(patch, Accounts), patch.Path);

    /// <summary>Expects these changes, and nothing else to have changed.</summary>
    public void ExpectPatch(VectorNode patch)
    {
        Expected.Apply(StateChange.Read(patch, Accounts));
        Compare(Expected, patch.Path);
    }

    /// <summary>The same, leaving out changes of some items.</summary>
    public void ExpectPatch(VectorNode patch, string[] ignored)
    {
        Expected.Apply([.. StateChange.Read(patch, Accounts)
            .Where(change => !ignored.Contains(change.Item.Name))]);
        Compare(Expected, patch.Path);
    }

    /// <summary>Expects exactly this state.</summary>
    public void ExpectState(VectorNode state)
    {
        StateImage image = new();
        image.Apply(StateChange.Read(state, Accounts));
        Compare(image, state.Path);
    }

    /// <summary>Expects nothing to have changed.</summary>
    public void ExpectNoChange(string path) => Compare(Expected, path);

    /// <summary>Compares the chain's state with an image.</summary>
    public void Compare(StateImage expected, string path)
    {
        if (_log.First is not null) return;
        foreach (IStorageItem item in Chain.State.Items)
        {
            string wire = $"{item.Pallet}.{item.Name}";
            if (ItemSchema.LeftOut.ContainsKey(wire)) continue;
            if (ItemSchema.Of(item) is not { } schema)
            {
                _log.Report($"{path}.{wire}", "no such item", "an item that nobody decided about");
                continue;
            }

            Dictionary<byte[], byte[]> stored = new(ByteComparer.Instance);
            foreach ((byte[] key, byte[] value) in item.Entries())
            {
                stored.Add(key, value);
            }

            CompareItem(schema, expected[schema.Name], stored, path);
        }

        foreach (string name in CarriedShape.Items.Keys)
        {
            CompareItem(ItemSchema.Find(name)!, expected[name], _carried[name], path);
        }
    }

    private void CompareItem(
        ItemSchema item, IReadOnlyDictionary<byte[], byte[]> expected,
        IReadOnlyDictionary<byte[], byte[]> stored, string path)
    {
        if (_log.First is not null) return;
        byte[]? first = null;
        foreach ((byte[] key, byte[] value) in expected)
        {
            if (stored.TryGetValue(key, out byte[]? own) && own.AsSpan().SequenceEqual(value))
            {
                continue;
            }

            if (first is null || key.AsSpan().SequenceCompareTo(first) < 0) first = key;
        }

        foreach (byte[] key in stored.Keys)
        {
            if (expected.ContainsKey(key)) continue;
            if (first is null || key.AsSpan().SequenceCompareTo(first) < 0) first = key;
        }

        if (first is null) return;
        _log.Report(
            $"{path}.{item.PathOf(first, Accounts)}",
            TextOf(item, expected.GetValueOrDefault(first)),
            TextOf(item, stored.GetValueOrDefault(first)));
    }

    private string TextOf(ItemSchema item, byte[]? value) =>
        value is null ? "nothing stored" : item.TextOf(value, Accounts);

    private void Write(List<StateChange> changes, string path)
    {
        foreach (StateChange change in changes)
        {
            if (!change.Item.IsModelled)
            {
                _carried.Apply([change]);
                continue;
            }

            IStorageItem item = Chain.State.Find(change.Item.Pallet, change.Item.Wire)!;
            try
            {
                Write(item, change);
            }
            catch (FormatException problem)
            {
                throw new VectorFormatException(
                    $"{path}.{change.Item.PathOf(change.Key, Accounts)}: {problem.Message}");
            }
        }
    }

    private static void Write(IStorageItem item, StateChange change)
    {
        if (change.Value is not null)
        {
            item.Put(change.Key, change.Value);
            return;
        }

        byte[][] below = [.. item.Entries()
            .Select(static entry => entry.Key)
            .Where(key => key.AsSpan().StartsWith(change.Key))];
        foreach (byte[] key in below)
        {
            item.Remove(key);
        }
    }
}
