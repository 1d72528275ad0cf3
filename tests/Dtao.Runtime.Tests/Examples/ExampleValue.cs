using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Dtao.Numerics;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>Values of an example: numbers are decimal text or JSON numbers.</summary>
internal static class ExampleValue
{
    public static string Text(this JsonElement element, string name) =>
        element.GetProperty(name).ToString();

    public static BigInteger Number(this JsonElement element) =>
        BigInteger.Parse(element.ToString(), CultureInfo.InvariantCulture);

    public static BigInteger Number(this JsonElement element, string name) =>
        element.GetProperty(name).Number();

    public static ulong U64(this JsonElement element) => (ulong)element.Number();

    public static ulong U64(this JsonElement element, string name) =>
        element.GetProperty(name).U64();

    public static ushort U16(this JsonElement element, string name) =>
        (ushort)element.GetProperty(name).Number();

    public static Tao Tao(this JsonElement element, string name) =>
        Numerics.Tao.FromRao(element.U64(name));

    public static Alpha Alpha(this JsonElement element, string name) =>
        Numerics.Alpha.FromRao(element.U64(name));

    public static JsonElement Inputs(this JsonElement example) => example.GetProperty("inputs");

    public static JsonElement Expected(this JsonElement example) =>
        example.GetProperty("expected");

    public static IEnumerable<JsonElement> Rows(this JsonElement element, string name = "rows") =>
        element.GetProperty(name).EnumerateArray();

    public static bool IsNull(this JsonElement element, string name) =>
        element.GetProperty(name).ValueKind == JsonValueKind.Null;

    public static Hotkey Hotkey(string number) => Account.Hotkey(Parse(number));

    public static Coldkey Coldkey(string number) => Account.Coldkey(Parse(number));

    public static NetUid NetUid(string number) => new((ushort)Parse(number));

    public static ulong Parse(string number) =>
        ulong.Parse(number, CultureInfo.InvariantCulture);
}
