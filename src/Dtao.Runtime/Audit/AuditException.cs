using System.Globalization;
using Dtao.Numerics;

namespace Dtao.Runtime.Audit;

/// <summary>The books and the state differ, and no documented leak explains it.</summary>
/// <remarks>It stops the block. Source: docs/spec/audit.md#violations.</remarks>
public sealed class AuditException : Exception
{
    /// <summary>The first item that differs.</summary>
    /// <param name="block">Block after which it was found.</param>
    /// <param name="item">What differs.</param>
    /// <param name="expected">What the books say.</param>
    /// <param name="got">What the state says.</param>
    public AuditException(BlockNumber block, string item, UInt128 expected, UInt128 got)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"block {block}: {item} should be {expected}, is {got}"))
    {
        Block = block;
        Item = item;
        Expected = expected;
        Got = got;
    }

    /// <summary>Block after which it was found.</summary>
    public BlockNumber Block { get; }

    /// <summary>What differs.</summary>
    public string Item { get; }

    /// <summary>What the books say.</summary>
    public UInt128 Expected { get; }

    /// <summary>What the state says.</summary>
    public UInt128 Got { get; }
}
