using System.Text;
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

        Assert.Equal(mayWrite, CallWrites.Of(item).Any());
    }

    [Fact]
    public void Every_call_writes_what_was_agreed()
    {
        StringBuilder text = new();
        foreach (CallCase item in CallCases.All.Values.OrderBy(static x => x.Name))
        {
            text.Append(item.Call.Pallet).Append('.').Append(item.Name).Append('\n');
            foreach (string line in CallWrites.Of(item))
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }

        Golden.Matches("tests/Dtao.Runtime.Tests/Calls/writes.golden.txt", text.ToString());
    }
}
