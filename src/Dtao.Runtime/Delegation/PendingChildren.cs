using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Delegation;

/// <summary>Children that wait until their cooldown block has passed.</summary>
/// <param name="Children">The new list, replacing the old one as a whole.</param>
/// <param name="CooldownBlock">They become active after this block.</param>
public readonly record struct PendingChildren(Relation[] Children, BlockNumber CooldownBlock)
{
    internal static readonly PendingChildren None = new([], default);

    internal static readonly Shape<PendingChildren> Shape = Shapes.Pair(
        Relation.List,
        Shapes.Block,
        static value => (value.Children, value.CooldownBlock),
        static (Relation[] children, BlockNumber block) => new PendingChildren(children, block));
}
