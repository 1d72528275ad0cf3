using System.Text.Json;
using Dtao.Codec;

namespace Dtao.Conformance.State;

/// <summary>One change that a merge patch makes.</summary>
/// <param name="Item">Item that is changed.</param>
/// <param name="Key">Encoded keys; for a removal possibly only the first of them.</param>
/// <param name="Value">Encoded value; null removes everything below the key.</param>
internal readonly record struct StateChange(ItemSchema Item, byte[] Key, byte[]? Value)
{
    /// <summary>The changes of a merge patch, or the entries of a state.</summary>
    /// <exception cref="VectorFormatException">
    /// An item, key or value is not as it should be.
    /// </exception>
    public static List<StateChange> Read(VectorNode patch, Accounts accounts)
    {
        List<StateChange> changes = [];
        JsonElement whole = patch.Whole();
        if (whole.ValueKind != JsonValueKind.Object)
        {
            throw new VectorFormatException($"{patch.Path}: a state must be an object");
        }

        foreach (JsonProperty property in whole.EnumerateObject())
        {
            ItemSchema item = ItemSchema.Find(property.Name)
                ?? throw new VectorFormatException(
                    $"{patch.Path}: the storage item '{property.Name}' is unknown");
            string path = $"{patch.Path}.{property.Name}";
            Collect(item, 0, [], property.Value, path, accounts, changes);
        }

        return changes;
    }

    private static void Collect(
        ItemSchema item, int level, byte[] key, JsonElement value, string path,
        Accounts accounts, List<StateChange> changes)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            changes.Add(new(item, key, null));
            return;
        }

        try
        {
            if (level == item.Keys.Count)
            {
                ScaleWriter writer = new();
                item.Value.Write(value, accounts, writer);
                changes.Add(new(item, key, writer.ToArray()));
                return;
            }

            if (value.ValueKind != JsonValueKind.Object)
            {
                throw new FormatException($"a value by {item.Keys[level]} is needed");
            }

            foreach (JsonProperty property in value.EnumerateObject())
            {
                byte[] own = ItemSchema.EncodeKey(item.Keys[level], property.Name, accounts);
                Collect(
                    item, level + 1, [.. key, .. own], property.Value,
                    $"{path}.{property.Name}", accounts, changes);
            }
        }
        catch (FormatException problem)
        {
            throw new VectorFormatException($"{path}: {problem.Message}");
        }
    }
}
