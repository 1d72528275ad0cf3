using System.Text;
using Dtao.Crypto;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Migrations;

/// <summary>Which changes of the storage have been made.</summary>
/// <remarks>Source: docs/spec/versions.md#upgrades.</remarks>
internal sealed class MigrationLedger
{
    private readonly MapItem<MigrationName, bool> _done;

    public MigrationLedger(StateLayer state) => _done = state.Open(Storage.Done);

    /// <summary>Marks a migration; says whether it was still to be done.</summary>
    public bool Begin(string name)
    {
        MigrationName key = new(name);
        if (_done[key]) return false;
        _done[key] = true;
        return true;
    }

    /// <summary>What migrations keep in the state.</summary>
    private static class Storage
    {
        /// <summary>Migrations that were made, by name. Unit: none.</summary>
        public static readonly MapDescriptor<MigrationName, bool> Done = new(
            ItemDescriptor.Subtensor,
            "HasMigrationRun",
            [new("list<u8>", KeyHasher.Identity)],
            new(
                "list<u8>",
                static (to, value) => to.WriteBytes(Encoding.Latin1.GetBytes(value.Text)),
                static (ref from) => new(Encoding.Latin1.GetString(from.ReadBytes()))),
            Shapes.Bool,
            false,
            "none");
    }

    private readonly record struct MigrationName(string Text);
}
