using Dtao.Codec;
using Dtao.Runtime.Dispatch;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Arguments at the last value that the chain reads, and one further.</summary>
public class CallBoundTests
{
    private static readonly string Key = Zeros(32);
    private static readonly string Long = Zeros(8);

    /// <summary>
    /// What is at its bound, the last bytes that are read, the first that are not.
    /// </summary>
    private static readonly Dictionary<string, (string Read, string Refused)> Rows = new()
    {
        ["length of a sealed commit"] = (
            $"0763 0100 214e {Zeros(5_000)} {Long}",
            $"0763 0100 254e {Zeros(5_001)} {Long}"),
        ["type of a proxy"] = ($"1001 00 {Key} 0e 00000000", $"1001 00 {Key} 0f 00000000"),
        ["type of a pure account"] = ("1004 0e 000000000000", "1004 0f 000000000000"),
        ["kind of an address"] = ($"0500 04 {Zeros(20)} 04", $"0500 05 {Zeros(20)} 04"),
        ["truth"] = ($"0504 00 {Key} 01", $"0504 00 {Key} 02"),
        ["choice"] = ($"074f {Key} 00", $"074f {Key} 02"),
        ["short number in a compact"] = (
            "0750 04 feff0300 00 00", "0750 04 02000400 00 00"),
        ["number of a proposal"] = (
            $"0737 {Key} {Key} 03ffffffff 01", $"0737 {Key} {Key} 070000000001 01"),
        ["amount in a compact"] = (
            $"0500 00 {Key} 13ffffffffffffffff", $"0500 00 {Key} 17000000000000000001"),
        ["number that takes more bytes than it needs"] = (
            $"0500 00 {Key} fc", $"0500 00 {Key} fd00"),
        ["work"] = (
            $"0706 0100 {Long} {Long} 80 {Key} {Key} {Key}",
            $"0706 0100 {Long} {Long} 7c {Zeros(31)} {Key} {Key}"),
        ["origin of another pallet"] = ($"0b03 1500 {Zeros(20)} 000000", "0b03 1501 000000"),
        ["number of a call"] = ("0764 00 00", "0765"),
        ["direction of an adjustment"] = ("0509 01 04", "0509 02 04"),
    };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_argument_is_read_up_to_its_bound_and_no_further(string name)
    {
        string read = Bare(Rows[name].Read);
        string refused = Bare(Rows[name].Refused);

        Assert.Equal(read, Convert.ToHexStringLower(CallTable.Encode(Read(read))));
        Assert.ThrowsAny<FormatException>(() => Read(refused));
    }

    private static ICall Read(string bytes)
    {
        ScaleReader reader = new(Convert.FromHexString(bytes));
        ICall call = CallTable.Decode(ref reader);
        Assert.True(reader.IsAtEnd);
        return call;
    }

    private static string Bare(string hex) => hex.Replace(" ", "", StringComparison.Ordinal);

    private static string Zeros(int count) => new('0', 2 * count);
}
