using Dtao.Runtime.Events;
using Xunit;

namespace Dtao.Runtime.Tests.Blocks;

/// <summary>What a block tells besides what its calls tell.</summary>
public class BlockEventTests
{
    public static TheoryData<string> Names =>
        [.. BlockEventCases.All.Select(static item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_block_tells_what_the_chain_tells_in_its_order(string name)
    {
        (_, IChainEvent[] tells, Func<Chain> run) =
            BlockEventCases.All.Single(item => item.Name == name);

        Chain chain = run();

        Told.Same(name, tells, chain);
    }
}
