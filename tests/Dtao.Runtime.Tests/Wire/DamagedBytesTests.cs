using Dtao.Codec;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Spec;
using Dtao.Runtime.State;
using Dtao.Runtime.Tests.Calls;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Wire;

/// <summary>
/// Calls and stored values from bytes that nobody vouches for: refused, or in their one form.
/// </summary>
public class DamagedBytesTests
{
    private const int Rounds = 3_000;
    private const int RoundsOfAnItem = 30;

    [Fact]
    public void A_call_is_refused_or_has_one_form()
    {
        byte[][] whole = [.. CallCases.All.Values
            .Select(static item => CallTable.Encode(item.WithoutFault().Call))
            .Where(static bytes => bytes.Length < 2_000)];

        Damage.Each(whole, Rounds, static bytes =>
        {
            ScaleReader from = new(bytes);
            ICall call;
            try
            {
                call = CallTable.Decode(ref from);
            }
            catch (FormatException)
            {
                return;
            }

            Assert.Equal(bytes[..from.Offset], CallTable.Encode(call));
        });
    }

    [Fact]
    public void A_stored_value_is_refused_or_has_one_form()
    {
        Draws draws = Draws.For(2_020);
        Chain chain = new(Specs.Latest);

        Assert.All(chain.State.Items, item =>
        {
            byte[] key = [.. item.Keys.SelectMany(part => RandomWire.Encode(part.Shape, draws))];
            byte[][] whole = [.. Enumerable.Range(0, 4).Select(
                _ => RandomWire.Encode(item.ValueShape, draws))];

            Damage.Each(whole, RoundsOfAnItem, value => AssertPut(item, key, value));
        });
    }

    [Fact]
    public void A_key_of_the_state_is_refused_or_has_one_form()
    {
        Draws draws = Draws.For(2_021);
        Chain chain = new(Specs.Latest);

        Assert.All(chain.State.Items.Where(static item => item.Keys.Count > 0), item =>
        {
            byte[] value = RandomWire.Encode(item.ValueShape, draws);
            byte[][] whole = [.. Enumerable.Range(0, 4).Select(_ => (byte[])
                [.. item.Keys.SelectMany(part => RandomWire.Encode(part.Shape, draws))])];

            Damage.Each(whole, RoundsOfAnItem, key => AssertPut(item, key, value));
        });
    }

    private static void AssertPut(IStorageItem item, byte[] key, byte[] value)
    {
        item.Clear();
        try
        {
            item.Put(key, value);
        }
        catch (FormatException)
        {
            Assert.Empty(item.Entries());
            return;
        }

        (byte[] storedKey, byte[] stored) = Assert.Single(item.Entries());
        Assert.Equal(item.Keys.Count == 0 ? [] : key, storedKey);
        Assert.Equal(value, stored);
    }
}
