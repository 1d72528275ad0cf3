using Dtao.Numerics;

namespace Dtao.Lab.Feeds;

/// <summary>When subnets were registered, and when they were started where that is known.</summary>
/// <remarks>
/// Columns <c>netuid,registered_block</c> and, if there is one, <c>started_block</c>.
/// Source: docs/how-to/feed.md#registration-blocks.
/// </remarks>
public sealed class RegisteredBlocks
{
    private readonly Dictionary<NetUid, ulong> _registered = [];
    private readonly Dictionary<NetUid, ulong> _started = [];

    private RegisteredBlocks(string path) => Path = path;

    /// <summary>The file, as it was given.</summary>
    public string Path { get; }

    /// <summary>The subnets that are listed, by number.</summary>
    public IEnumerable<NetUid> Subnets =>
        _registered.Keys.OrderBy(static subnet => subnet.Value);

    /// <summary>Reads a file.</summary>
    /// <exception cref="FeedFormatException">It cannot be used.</exception>
    public static RegisteredBlocks Read(string path)
    {
        using TableFile table = TableFile.Open(path);
        int netuid = table.Column("netuid");
        int registered = table.Column("registered_block");
        int? started = table.OptionalColumn("started_block");
        RegisteredBlocks blocks = new(path);
        while (table.Read())
        {
            NetUid subnet = new((ushort)table.Whole(netuid, ushort.MaxValue));
            ulong block = table.Whole(registered, uint.MaxValue);
            if (!blocks._registered.TryAdd(subnet, block))
            {
                throw table.Problem($"subnet {subnet} is there twice; give one row a subnet");
            }

            if (started is not { } column || table[column].Length == 0) continue;
            ulong start = table.Whole(column, uint.MaxValue);
            if (start < block)
            {
                throw table.Problem($"subnet {subnet} is started at {start}, before it is "
                    + $"registered at {block}");
            }

            blocks._started.Add(subnet, start);
        }

        return blocks;
    }

    /// <summary>Block of a subnet's last registration, or null when it is not listed.</summary>
    public ulong? RegisteredAt(NetUid subnet) =>
        _registered.TryGetValue(subnet, out ulong block) ? block : null;

    /// <summary>Block at which a subnet was started, or null when it is not listed.</summary>
    public ulong? StartedAt(NetUid subnet) =>
        _started.TryGetValue(subnet, out ulong block) ? block : null;
}
