using Dtao.Codec;
using Dtao.Runtime.Events;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Wire;

/// <summary>Every event of the engine has the chain's numbers, name and fields.</summary>
public class EventShapeTests
{
    private static readonly string[] PlainTypes =
        ["bool", "u8", "u16", "u32", "u64", "AccountId32"];

    /// <summary>Wire names that would not tell apart what they name, with the engine's.</summary>
    private static readonly Dictionary<string, string> OwnNames = new()
    {
        ["Withdraw"] = "BalanceWithdrawn",
        ["Deposit"] = "BalanceDeposited",
        ["SetChildren"] = "ChildrenSet",
        ["MemberAdded"] = "SenateMemberAdded",
        ["MembersSwapped"] = "SenateMembersSwapped",
        ["Scheduled"] = "TaskScheduled",
        ["Dispatched"] = "TaskDispatched",
        ["Canceled"] = "TaskCanceled",
    };

    private static readonly Type[] Events = [.. typeof(IChainEvent).Assembly.GetTypes()
        .Where(static type => type is { IsAbstract: false, IsInterface: false }
            && type.IsAssignableTo(typeof(IChainEvent)))
        .OrderBy(static type => type.Name, StringComparer.Ordinal)];

    public static TheoryData<string> Names => [.. Events.Select(static type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_told_as_the_chain_tells_it(string name)
    {
        Draws draws = Draws.For(2_010);
        Type type = Events.Single(x => x.FullName == name);
        object[] arguments = RandomArguments.For(type, draws);
        IChainEvent happened = (IChainEvent)RandomArguments.Constructor(type).Invoke(arguments);

        EventCatalogue.Entry entry = Assert.Single(EventCatalogue.All, x =>
            x.Pallet == happened.Pallet && x.Index == happened.Index);
        ScaleWriter to = new();
        happened.EncodeFields(to);

        Assert.Equal(OwnNames.GetValueOrDefault(entry.Name, entry.Name), type.Name);
        AssertFields(entry, to.ToArray(), arguments);
    }

    [Fact]
    public void No_two_events_have_the_same_numbers()
    {
        IEnumerable<(byte, byte)> numbers = Events.Select(static type =>
        {
            IChainEvent any = (IChainEvent)RandomArguments.Constructor(type)
                .Invoke(RandomArguments.For(type, Draws.For(2_011)));
            return (any.Pallet, any.Index);
        });

        Assert.Distinct(numbers);
    }

    private static void AssertFields(EventCatalogue.Entry entry, byte[] bytes, object[] arguments)
    {
        ScaleReader reader = new(bytes);
        int index = 0;
        bool isOneToOne = entry.Fields.Count == arguments.Length;
        foreach (string type in entry.Fields)
        {
            byte[] field = WireReader.Take(ref reader, bytes, type);
            if (isOneToOne && PlainTypes.Contains(type))
            {
                byte[] expected = WireValue.Encode(WireTypes.ShapeOf(type), arguments[index]);
                Assert.Equal(expected, field);
            }

            index++;
        }

        Assert.True(reader.IsAtEnd, $"{entry.Name} has bytes behind its last field");
    }
}
