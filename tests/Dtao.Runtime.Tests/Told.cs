using Dtao.Codec;
using Dtao.Runtime.Events;
using Xunit;

namespace Dtao.Runtime.Tests;

/// <summary>Compares what a chain told with what it should tell.</summary>
internal static class Told
{
    /// <summary>The events are these, in this order, to the last byte.</summary>
    /// <param name="name">What told them.</param>
    /// <param name="expected">What should be told.</param>
    /// <param name="chain">What told.</param>
    public static void Same(string name, IReadOnlyList<IChainEvent> expected, Chain chain)
    {
        IChainEvent[] told = [.. chain.Events.Records.Select(static x => x.Event)];
        Assert.True(
            expected.Select(Bytes).SequenceEqual(told.Select(Bytes)),
            $"{name} should tell\n{Lines(expected)}\nand tells\n{Lines(told)}");
    }

    /// <summary>An event as the wire carries it; records hide what lists hold.</summary>
    private static string Bytes(IChainEvent happened)
    {
        ScaleWriter to = new();
        happened.EncodeFields(to);
        return $"{happened.GetType()} {Convert.ToHexStringLower(to.ToArray())}";
    }

    private static string Lines(IEnumerable<IChainEvent> events) => string.Join('\n', events);
}
