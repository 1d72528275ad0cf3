using System.Reflection;
using System.Text.Json;
using Dtao.Codec;
using Dtao.Runtime.Dispatch;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Wire;

/// <summary>Errors have the chain's numbers, names and bytes.</summary>
public class ErrorTests
{
    private static readonly JsonElement Pallets =
        ClientVectors.ReadWire("errors").GetProperty("pallets");

    public static TheoryData<string> PalletsOfTheEngine =>
        [.. Enums().Select(static type => type.Name[..^"Error".Length])];

    [Fact]
    public void Every_error_of_the_economy_s_pallet_is_known()
    {
        Assert.Equal(86, Enum.GetValues<SubtensorError>().Length);
        Assert.Equal(ErrorsOf("Subtensor"), ErrorsOf(typeof(SubtensorError)));
    }

    [Theory]
    [MemberData(nameof(PalletsOfTheEngine))]
    public void Every_error_that_the_engine_knows_has_the_chain_s_number(string pallet)
    {
        Type type = Enums().Single(x => x.Name == $"{pallet}Error");

        Assert.Subset(ErrorsOf(pallet).ToHashSet(), ErrorsOf(type).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(PalletsOfTheEngine))]
    public void An_error_names_its_pallet_by_number(string pallet)
    {
        Type type = Enums().Single(x => x.Name == $"{pallet}Error");
        byte number = Pallet(pallet).GetProperty("pallet_index").GetByte();

        Assert.All(Enum.GetValues(type).Cast<Enum>(), error =>
        {
            byte index = (byte)(int)(object)error;
            Assert.Equal(
                Convert.ToHexString([3, number, index, 0, 0, 0]), Encoded(DispatchErrorOf(error)));
        });
    }

    [Fact]
    public void Errors_have_the_bytes_that_clients_read()
    {
        Assert.Equal("00", Encoded(Plain(DispatchErrorKind.Other)));
        Assert.Equal("02", Encoded(DispatchError.BadOrigin));
        Assert.Equal("03070F000000", Encoded(SubtensorError.ZeroBalanceAfterWithdrawn));
        Assert.Equal("0800", Encoded(Plain(DispatchErrorKind.Arithmetic)));
        Assert.Equal("0702", Encoded(new(DispatchErrorKind.Token, 0, 2, "BelowMinimum")));
    }

    [Theory]
    [InlineData(DispatchErrorKind.CannotLookup, "01")]
    [InlineData(DispatchErrorKind.ConsumerRemaining, "04")]
    [InlineData(DispatchErrorKind.NoProviders, "05")]
    [InlineData(DispatchErrorKind.TooManyConsumers, "06")]
    [InlineData(DispatchErrorKind.Transactional, "0900")]
    [InlineData(DispatchErrorKind.Exhausted, "0A")]
    [InlineData(DispatchErrorKind.Corruption, "0B")]
    [InlineData(DispatchErrorKind.Unavailable, "0C")]
    [InlineData(DispatchErrorKind.RootNotAllowed, "0D")]
    public void Errors_without_a_pallet_are_a_number_and_a_detail(
        DispatchErrorKind kind, string bytes) => Assert.Equal(bytes, Encoded(Plain(kind)));

    private static IEnumerable<Type> Enums() => typeof(DispatchError).Assembly.GetTypes()
        .Where(static type => type is { IsEnum: true, Namespace: { } space }
            && type.Name.EndsWith("Error", StringComparison.Ordinal)
            && space.StartsWith("Dtao.Runtime", StringComparison.Ordinal)
            && type.Name is not ("TokenError" or "ArithmeticError" or "TransactionError"))
        .OrderBy(static type => type.Name, StringComparer.Ordinal);

    private static JsonElement Pallet(string name) =>
        Pallets.GetProperty(name == "Subtensor" ? "SubtensorModule" : name);

    private static IEnumerable<string> ErrorsOf(string pallet) =>
        Pallet(pallet).GetProperty("errors").EnumerateArray().Select(
            static error => $"{error.GetProperty("index")} {error.GetProperty("name")}");

    private static IEnumerable<string> ErrorsOf(Type type) =>
        Enum.GetValues(type).Cast<Enum>().Select(static error => $"{error:D} {error}");

    private static DispatchError Plain(DispatchErrorKind kind) => new(kind, 0, 0, $"{kind}");

    // Where the conversion is declared is the pallet's own matter.
    private static DispatchError DispatchErrorOf(Enum error)
    {
        MethodInfo conversion = typeof(DispatchError).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(
                BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .First(method => method.ReturnType == typeof(DispatchError)
                && method.GetParameters() is [{ } only]
                && only.ParameterType == error.GetType());
        return (DispatchError)conversion.Invoke(obj: null, [error])!;
    }

    private static string Encoded(DispatchError error)
    {
        ScaleWriter to = new();
        error.Encode(to);
        return Convert.ToHexString(to.ToArray());
    }
}
