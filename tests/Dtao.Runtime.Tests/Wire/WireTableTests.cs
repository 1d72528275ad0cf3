using System.Globalization;
using System.Text;
using System.Text.Json;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Spec;
using Dtao.Runtime.State;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Wire;

/// <summary>
/// What of the whole runtime's interface is there, item by item, and the document made from it.
/// </summary>
public class WireTableTests
{
    /// <summary>Values that the list's development build has for its fast blocks.</summary>
    private static readonly string[] OfADevelopmentBuild =
    [
        "SubtensorModule.NetworkRateLimit",
        "SubtensorModule.Tempo",
        "SubtensorModule.TxChildkeyTakeRateLimit",
    ];

    private static readonly StateLayer State = new Chain(Specs.Latest).State;

    private static readonly JsonElement Errors =
        ClientVectors.ReadWire("errors").GetProperty("pallets");

    private static readonly JsonElement Events =
        ClientVectors.ReadWire("events").GetProperty("pallets");

    private static readonly HashSet<(byte, byte)> Told = [.. typeof(IChainEvent).Assembly
        .GetTypes()
        .Where(static type => type is { IsAbstract: false, IsInterface: false }
            && type.IsAssignableTo(typeof(IChainEvent)))
        .Select(static type => (IChainEvent)RandomArguments.Constructor(type)
            .Invoke(RandomArguments.For(type, Draws.For(2_030))))
        .Select(static happened => (happened.Pallet, happened.Index))];

    public static TheoryData<string> Paths =>
        [.. Inventory.Items.Select(static item => item.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void An_item_of_the_chain_is_held_in_its_form_or_left_out_with_a_reason(string path)
    {
        Inventory.Item declared = Inventory.Items.Single(item => item.Path == path);
        string? reason = LeftOut.ReasonForItem(declared.Pallet, declared.Name);
        if (State.Find(declared.Pallet, declared.Name) is not { } held)
        {
            Assert.NotNull(reason);
            return;
        }

        Assert.False(LeftOut.NamesItem(declared.Pallet, declared.Name));
        Assert.Equal(
            declared.Keys,
            held.Keys.Select(static key => $"{WireTypes.ShapeOf(key.Shape)} {key.Hasher}"));
        Assert.Equal(Flat(declared.Value), Flat(WireTypes.ShapeOf(held.ValueShape)));
        if (OfADevelopmentBuild.Contains(path)) return;
        Assert.Equal(
            declared.Absent,
            held.DefaultScale is { } absent ? $"0x{Convert.ToHexStringLower(absent)}" : null);
    }

    [Fact]
    public void Every_item_of_the_engine_is_one_of_the_chain_or_of_a_later_release() =>
        Assert.Empty(State.Items
            .Where(static item => item.Since == 0)
            .Select(static item => $"{item.Pallet}.{item.Name}")
            .Except(Inventory.Items.Select(static item => item.Path)));

    [Fact]
    public void Every_event_of_the_chain_is_told_or_left_out_with_a_reason() =>
        Assert.Empty(EventsOf(Events)
            .Where(static known => known.IsTold
                ? LeftOut.NamesEvent(known.Pallet, known.Name)
                : LeftOut.ReasonForEvent(known.Pallet, known.Name) is null)
            .Select(static known => $"{known.Pallet}.{known.Name}"));

    [Fact]
    public void What_the_economy_never_tells_is_what_the_chain_never_emits() =>
        Assert.Equal(
            Events.GetProperty("SubtensorModule").GetProperty("events").EnumerateArray()
                .Where(static known => known.GetProperty("when").GetString()!
                    .StartsWith("never emitted", StringComparison.Ordinal))
                .Select(static known => known.GetProperty("name").GetString()),
            EventsOf(Events)
                .Where(static known => known is { Pallet: "SubtensorModule", IsTold: false })
                .Select(static known => known.Name)
                .Except(["Sudid", "Faucet"]));

    [Fact]
    public void Every_pallet_with_errors_has_all_of_them_or_is_left_out_with_a_reason() =>
        Assert.All(Errors.EnumerateObject(), static pallet =>
        {
            int known = ErrorsKnownOf(pallet.Name);
            if (known == 0) Assert.NotNull(LeftOut.ReasonForErrors(pallet.Name));
            else Assert.Equal(pallet.Value.GetProperty("errors").GetArrayLength(), known);
        });

    [Fact]
    public void The_document_lists_what_is_there() =>
        Golden.Matches("docs/spec/wire.md", Document());

    private static string Document()
    {
        StringBuilder text = new();
        text.Append(
            """
            # Wire

            What of the chain's interface (version 246) is there, pallet by pallet: storage with the
            chain's keys and values, calls that are read and written, events that are told, errors
            with their numbers. Made from the engine and the chain's own lists (`vectors/wire`); a
            test compares them, and `DTAO_UPDATE=1` writes this file anew.
            Items that are held stand in
            [the golden list](../../tests/Dtao.Tidy.Tests/Golden/storage.txt), calls in
            [calls.md](calls.md) and [scope.md](../scope.md).

            | pallet | number | items held | calls | events told | errors known |
            |---|---|---|---|---|---|

            """);
        foreach (string pallet in Pallets())
        {
            text.Append(Row(pallet));
        }

        text.Append("\n## Items that are not held\n\n| pallet | items | why |\n|---|---|---|\n");
        AppendGroups(text, Inventory.Items
            .Where(static item => State.Find(item.Pallet, item.Name) is null)
            .Select(static item =>
                (item.Pallet, item.Name, LeftOut.ReasonForItem(item.Pallet, item.Name)!)));
        text.Append("\n## Events that are never told\n\n");
        text.Append("| pallet | events | why |\n|---|---|---|\n");
        AppendGroups(text, EventsOf(Events)
            .Where(static known => !known.IsTold)
            .Select(static known => (
                known.Pallet, known.Name, LeftOut.ReasonForEvent(known.Pallet, known.Name)!)));
        return text.ToString();
    }

    private static string Row(string pallet)
    {
        Inventory.Item[] items = [.. Inventory.Items.Where(item => item.Pallet == pallet)];
        KnownEvent[] events = [.. EventsOf(Events).Where(known => known.Pallet == pallet)];
        JsonElement[] calls = [.. Calls().Where(call => Text(call, "pallet") == pallet)];
        int errors = Errors.TryGetProperty(pallet, out JsonElement known)
            ? known.GetProperty("errors").GetArrayLength()
            : 0;
        return $"| {pallet} | {NumberOf(pallet)} "
            + $"| {Part(items.Count(IsHeld), items.Length)} "
            + $"| {Part(calls.Count(IsRead), calls.Length)} "
            + $"| {Part(events.Count(static one => one.IsTold), events.Length)} "
            + $"| {Part(ErrorsKnownOf(pallet), errors)} |\n";
    }

    private static string Part(int part, int whole) => (part, whole) switch
    {
        (_, 0) => "–",
        _ when part == whole => string.Create(CultureInfo.InvariantCulture, $"all {whole}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{part} of {whole}"),
    };

    private static void AppendGroups(
        StringBuilder text, IEnumerable<(string Pallet, string Name, string Reason)> rows)
    {
        foreach (var group in rows.GroupBy(static row => (row.Pallet, row.Reason)))
        {
            string names = string.Join(", ", group.Select(static row => $"`{row.Name}`"));
            text.Append(CultureInfo.InvariantCulture,
                $"| {group.Key.Pallet} | {names} | {group.Key.Reason} |\n");
        }
    }

    private static IEnumerable<string> Pallets() => InventoryPallets()
        .Select(static pallet => Text(pallet, "name"));

    private static string NumberOf(string name) => InventoryPallets()
        .Single(pallet => Text(pallet, "name") == name)
        .GetProperty("index").ToString();

    private static JsonElement.ArrayEnumerator InventoryPallets() =>
        ClientVectors.ReadWire("inventory-240").GetProperty("pallets").EnumerateArray();

    private static JsonElement.ArrayEnumerator Calls() =>
        ClientVectors.ReadWire("calls").GetProperty("calls").EnumerateArray();

    private static IEnumerable<KnownEvent> EventsOf(JsonElement pallets) =>
        pallets.EnumerateObject().SelectMany(static pallet =>
        {
            byte number = pallet.Value.GetProperty("pallet_index").GetByte();
            return pallet.Value.GetProperty("events").EnumerateArray().Select(known =>
                new KnownEvent(
                    pallet.Name,
                    Text(known, "name"),
                    Told.Contains((number, known.GetProperty("index").GetByte()))));
        });

    private static int ErrorsKnownOf(string pallet)
    {
        string name = pallet == "SubtensorModule" ? "Subtensor" : pallet;
        return typeof(DispatchError).Assembly.GetTypes()
            .SingleOrDefault(type => type.IsEnum && type.Name == $"{name}Error") is { } errors
                ? Enum.GetValues(errors).Length
                : 0;
    }

    private static bool IsHeld(Inventory.Item item) =>
        State.Find(item.Pallet, item.Name) is not null;

    private static bool IsRead(JsonElement call) => CallTable.Find(new(
        call.GetProperty("pallet_index").GetByte(),
        call.GetProperty("call_index").GetByte())) is not null;

    // How records nest says nothing about bytes.
    private static string Flat(string shape) =>
        shape.Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString()!;

    private sealed record KnownEvent(string Pallet, string Name, bool IsTold);
}
