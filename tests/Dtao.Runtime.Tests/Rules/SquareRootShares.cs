using Dtao.Numerics;
using Dtao.Runtime.Emission.Rules;

namespace Dtao.Runtime.Tests.Rules;

/// <summary>Shares by the square root of the moving price: small subnets gain.</summary>
public sealed class SquareRootShares : ProportionalShares
{
    /// <summary>The rule: these shares, everything else as the newest release has it.</summary>
    public static EmissionRule Rule { get; } = EmissionRules.Find("R6b") with
    {
        Name = "square-root",
        Fidelity = RuleFidelity.Formula,
        Limits = "our own idea; injection as R6b@425",
        Help = "square root of the moving price: s_i ~ sqrt(m_i), injection as R6b@425",
        Shares = new SquareRootShares(),
    };

    /// <inheritdoc/>
    protected override U64F64 WeightOf(EmissionBlock block, NetUid subnet)
    {
        U64F64 price = block.MovingPrice(subnet).ToU64F64();
        return FixedFunctions.TrySquareRoot(price, out U64F64 root) ? root : U64F64.Zero;
    }
}
