using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Admin;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Spec;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Admin;

/// <summary>Every setting against the specification's table of hyperparameters.</summary>
public class SettingTests
{
    private static readonly NetUid Subnet = new(1);
    private static readonly NetUid Missing = new(77);

    public static TheoryData<string> Names =>
        [.. Hyperparameter.WithSetting.Select(static row => row.Name)];

    [Fact]
    public void Every_setting_stands_in_the_table_of_hyperparameters()
    {
        byte[] known = [.. Hyperparameter.WithSetting.Select(static row => row.Call).Order()];

        Assert.Equal(known, AdminCalls.Settings.Select(static setting => setting.Call).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_that_nobody_set_is_the_chain_s_default(string name)
    {
        Hyperparameter row = Hyperparameter.All[name];

        byte[]? found = new ChainBuilder().Build().Item(row.Storage).DefaultScale;

        Assert.Equal(row.Row.GetProperty("default_hex").GetString(), Hex(found!));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_call_has_the_chain_s_numbers_class_fee_and_arguments(string name)
    {
        Hyperparameter row = Hyperparameter.All[name];
        CallDescription description = CallTable.Find(new(19, row.Call))!;
        SetSetting call = Setting(row, Subnet, row.Largest);

        byte[] bytes = CallTable.Encode(call);
        ScaleReader reader = new(bytes);
        ICall read = CallTable.Decode(ref reader);

        Assert.Equal(row.Setter, $"AdminUtils.{description.Name}");
        Assert.Equal(
            row.Row.GetProperty("dispatch_class").GetString(), description.Class.ToString());
        Assert.Equal(row.Row.GetProperty("pays_fee").GetBoolean(), description.Pays == Pays.Yes);
        System.Text.Json.JsonElement weight = row.Row.GetProperty("weight");
        Assert.Equal(
            new Weight(
                weight.GetProperty("ref_time").GetUInt64(),
                weight.GetProperty("proof_size").GetUInt64()),
            description.WeightOf(call));
        Assert.Equal(
            (byte[])
            [
                19, row.Call,
                .. row.IsOfSubnet ? WireValue.Encode("u16", Subnet) : [],
                .. WireValue.Encode(row.Type, row.Largest),
            ],
            bytes);
        Assert.True(reader.IsAtEnd);
        Assert.Equal(call, read);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Root_sets_every_value_and_the_chain_tells_it(string name)
    {
        Hyperparameter row = Hyperparameter.All[name];
        foreach (ulong value in (ulong[])[0, 1, row.Largest])
        {
            Chain chain = World();
            if (row.Setting.Refusal?.Invoke(chain, Subnet, value) is not null) continue;

            DispatchResult result = chain.DispatchAs(Origin.Root, Setting(row, Subnet, value));

            Assert.Equal(DispatchResult.Ok, result);
            Assert.Equal(WireValue.Encode(row.Type, value), Stored(chain, row, Subnet));
            CheckEvent(chain, row, value);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_those_who_may_can_set_a_value(string name)
    {
        Hyperparameter row = Hyperparameter.All[name];
        bool ownerMay = row.Origin == "owner or root";
        ulong value = row.Type == "bool" ? 1UL : 200;

        DispatchResult byOwner = World().DispatchAs(
            Origin.Signed(Actor.Alice.Coldkey.Account), Setting(row, Subnet, value));

        Assert.Equal(ownerMay ? DispatchResult.Ok : DispatchError.BadOrigin, byOwner);
        Refused(row, Origin.Signed(Actor.Bob.Coldkey.Account), Subnet, DispatchError.BadOrigin);
        Refused(row, Origin.Signed(Actor.Alice.Hotkey.Account), Subnet, DispatchError.BadOrigin);
        Refused(row, Origin.None, Subnet, DispatchError.BadOrigin);
        if (row.IsOfSubnet)
        {
            Refused(
                row, Origin.Signed(Actor.Alice.Coldkey.Account), Missing,
                DispatchError.BadOrigin);
        }
    }

    /// <summary>Difficulty and its lower bound are the only ones that changed hands.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Before_238_owners_set_the_difficulty_too(string name)
    {
        Hyperparameter row = Hyperparameter.All[name];
        if (!row.IsOfSubnet) return;
        bool changedHands = name is "difficulty" or "min_difficulty";
        ulong value = row.Type == "bool" ? 1UL : 200;

        foreach (RuntimeSpec spec in Specs.All)
        {
            bool ownerMay = row.Origin == "owner or root"
                || (changedHands && spec.Version < 238);
            Chain chain = World(spec);

            DispatchResult byOwner = chain.DispatchAs(
                Origin.Signed(Actor.Alice.Coldkey.Account), Setting(row, Subnet, value));
            DispatchResult byStranger = chain.DispatchAs(
                Origin.Signed(Actor.Bob.Coldkey.Account), Setting(row, Subnet, value));

            Assert.Equal(ownerMay ? DispatchResult.Ok : DispatchError.BadOrigin, byOwner);
            Assert.Equal(DispatchError.BadOrigin, byStranger.Failure);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_missing_subnet_is_refused_where_the_chain_looks(string name)
    {
        Hyperparameter row = Hyperparameter.All[name];
        if (!row.IsOfSubnet) return;
        ulong value = row.Type == "bool" ? 1UL : 200;

        if (row.NeedsSubnet)
        {
            Refused(row, Origin.Root, Missing, AdminUtilsError.SubnetDoesNotExist);
            return;
        }

        Chain chain = World();
        DispatchResult result = chain.DispatchAs(Origin.Root, Setting(row, Missing, value));

        Assert.True(result.IsOk);
        Assert.Equal(WireValue.Encode(row.Type, value), Stored(chain, row, Missing));
    }

    private static void CheckEvent(Chain chain, Hyperparameter row, ulong value)
    {
        if (row.Event is null)
        {
            Assert.Empty(chain.Events.Records);
            return;
        }

        IChainEvent told = Assert.Single(chain.Events.Records).Event;
        ScaleWriter fields = new();
        told.EncodeFields(fields);
        Assert.Equal(
            (row.Event, 7, row.EventIndex), (told.GetType().Name, told.Pallet, told.Index));
        string[] types =
            [.. row.Row.GetProperty("event_fields").EnumerateArray().Select(x => x.GetString()!)];
        Assert.Equal(row.IsOfSubnet ? ["u16", row.Type] : [row.Type], types);
        Assert.Equal(
            (byte[])
            [
                .. row.IsOfSubnet ? WireValue.Encode("u16", Subnet) : [],
                .. WireValue.Encode(row.Type, value),
            ],
            fields.ToArray());
    }

    private static void Refused(
        Hyperparameter row, Origin origin, NetUid subnet, DispatchError expected)
    {
        Chain chain = World();
        string before = chain.HashText();

        DispatchResult result = chain.DispatchAs(origin, Setting(row, subnet, 1));

        Assert.Equal(expected, result.Failure);
        Assert.Equal(before, chain.HashText());
        Assert.Empty(chain.Events.Records);
    }

    private static SetSetting Setting(Hyperparameter row, NetUid subnet, ulong value) =>
        row.IsOfSubnet ? row.Setting.To(subnet, value) : row.Setting.To(value);

    private static byte[] Stored(Chain chain, Hyperparameter row, NetUid subnet) =>
        (row.IsOfSubnet ? chain.Read(row.Storage, subnet) : chain.Read(row.Storage))!;

    private static string Hex(byte[] bytes) => $"0x{Convert.ToHexStringLower(bytes)}";

    private static Chain World(RuntimeSpec? spec = null)
    {
        Chain chain = new ChainBuilder(spec ?? Specs.Latest)
            .AtBlock(1_000)
            .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
            .With("SubnetOwner", Actor.Alice.Coldkey, Subnet)
            .Build();
        chain.Events.IsKept = true;
        return chain;
    }
}
