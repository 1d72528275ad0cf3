using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Dtao.Numerics;
using Dtao.Runtime.State;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>What each call writes when nothing is wrong, and that it writes nothing else.</summary>
public class CallWriteTests
{
    private const string Carried =
        "what it carries writes nothing; the tests of wrappers carry something that does";

    /// <summary>Calls that succeed and leave the state as it was, with the reason.</summary>
    private static readonly Dictionary<string, string> Idle = new()
    {
        ["become_delegate"] = "it does nothing any more",
        ["set_tao_weights"] = "it does nothing any more",
        ["remark"] = "it only tells",
        ["remark_with_event"] = "it only tells",
        ["transfer_allow_death to oneself"] = "nothing moves",
        ["try_associate_hotkey of another"] = "the hotkey has an owner",
        ["sudo_set_network_registration_allowed"] = "it is allowed already",
        ["as_derivative"] = Carried,
        ["as_multi_threshold_1"] = Carried,
        ["batch"] = Carried,
        ["batch that is interrupted"] = Carried,
        ["batch_all"] = Carried,
        ["dispatch_as"] = Carried,
        ["dispatch_as whose call fails"] = Carried,
        ["force_batch"] = Carried,
        ["force_batch with an item that fails"] = Carried,
        ["proxy"] = Carried,
        ["proxy whose call fails"] = Carried,
        ["sudo whose call fails"] = Carried,
        ["sudo_as"] = Carried,
    };

    public static TheoryData<string> Names => [.. CallCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_call_writes_something_when_it_succeeds_unless_it_has_a_reason_not_to(string name)
    {
        CallCase item = CallCases.All[name];
        bool mayWrite = item.Always is null && !Idle.ContainsKey(name);

        Assert.Equal(mayWrite, WritesOf(item).Any());
    }

    [Fact]
    public void Every_call_writes_what_was_agreed()
    {
        StringBuilder text = new();
        foreach (CallCase item in CallCases.All.Values.OrderBy(static x => x.Name))
        {
            text.Append(item.Call.Pallet).Append('.').Append(item.Name).Append('\n');
            foreach (string line in WritesOf(item))
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }

        Golden.Matches("tests/Dtao.Runtime.Tests/Calls/writes.golden.txt", text.ToString());
    }

    private static IEnumerable<string> WritesOf(CallCase item)
    {
        CallCase.Situation found = item.WithoutFault();
        Dictionary<string, string> before = Entries(found.Chain);
        found.Chain.DispatchAs(found.Origin, found.Call);
        Dictionary<string, string> after = Entries(found.Chain);
        return before.Keys.Union(after.Keys)
            .Where(key => before.GetValueOrDefault(key) != after.GetValueOrDefault(key))
            .Order(StringComparer.Ordinal)
            .Select(key => $"{key} {before.GetValueOrDefault(key, "none")} -> "
                + after.GetValueOrDefault(key, "none"));
    }

    private static Dictionary<string, string> Entries(Chain chain)
    {
        Dictionary<string, string> entries = [];
        foreach (IStorageItem item in chain.State.Items)
        {
            foreach ((byte[] key, byte[] value) in item.Entries())
            {
                string name = $"{item.Pallet}.{item.Name}{KeyText(item, key)}";
                entries.Add(name, ValueText(item.ValueShape, value));
            }
        }

        return entries;
    }

    private static string KeyText(IStorageItem item, ReadOnlySpan<byte> key)
    {
        StringBuilder text = new();
        foreach (KeyPart part in item.Keys)
        {
            int size = SizeOf(part.Shape) ?? key.Length;
            text.Append('/').Append(ValueText(part.Shape, key[..size]));
            key = key[size..];
        }

        return text.ToString();
    }

    private static int? SizeOf(string shape) => shape switch
    {
        "account" => AccountId.Size,
        "u16" => 2,
        "u32" => 4,
        "u64" => 8,
        _ => null,
    };

    private static string ValueText(string shape, ReadOnlySpan<byte> value) => shape switch
    {
        "account" => $"#{BinaryPrimitives.ReadUInt64BigEndian(value[24..])}",
        "u16" => Number(BinaryPrimitives.ReadUInt16LittleEndian(value)),
        "u32" => Number(BinaryPrimitives.ReadUInt32LittleEndian(value)),
        "u64" => Number(BinaryPrimitives.ReadUInt64LittleEndian(value)),
        _ => Bytes(value),
    };

    private static string Number(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Hexadecimal digits; a run of zeros is its length in parentheses.</summary>
    private static string Bytes(ReadOnlySpan<byte> value)
    {
        StringBuilder text = new("0x");
        for (int index = 0; index < value.Length; index++)
        {
            int zeros = 0;
            while (index + zeros < value.Length && value[index + zeros] == 0)
            {
                zeros++;
            }

            if (zeros > 3) text.Append('(').Append(zeros).Append(')');
            else text.Append(Convert.ToHexStringLower(value.Slice(index, Math.Max(zeros, 1))));
            index += Math.Max(zeros, 1) - 1;
        }

        return text.ToString();
    }
}
