using Dtao.Runtime.Spec;
using Dtao.Runtime.State;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.State;

/// <summary>Undo, change sets, branches and the digest, against a slow and obvious model.</summary>
public class StateLayerTests
{
    [Fact]
    public void Random_calls_blocks_and_branches_leave_exactly_what_the_model_holds()
    {
        Draws draws = Draws.For(2_101);
        for (int run = 0; run < 12; run++)
        {
            List<StateModel> branches = [new(new Chain(Specs.Latest))];
            IStorageItem[] items = Sample(branches[0].Chain, draws);
            for (int step = 0; step < 600; step++)
            {
                StateModel branch = draws.Of(branches);
                Act(branch, items, draws, branches);
                if (step % 60 != 59) continue;
                foreach (StateModel each in branches)
                {
                    Assert.True(
                        each.Difference() is null,
                        $"{draws} run {run} step {step}: {each.Difference()}");
                }
            }
        }
    }

    [Fact]
    public void A_branch_and_its_origin_do_not_see_each_other_in_any_generation()
    {
        Chain first = new ChainBuilder().WithSubnet(1, default, default, default).Build();
        Chain second = first.Branch();
        Chain third = second.Branch();
        string before = first.HashText();

        second.Put("Burn", 2, 1);
        third.Put("Burn", 3, 1);
        third.Put("Owner", 7, 8);

        Assert.Equal(before, first.HashText());
        first.Put("Burn", 1, 1);
        Assert.Equal(WireValue.Encode("u64", 1), first.Read("Burn", 1));
        Assert.Equal(WireValue.Encode("u64", 2), second.Read("Burn", 1));
        Assert.Equal(WireValue.Encode("u64", 3), third.Read("Burn", 1));
        Assert.Empty(first.Item("Owner").Entries());
        Assert.Empty(second.Item("Owner").Entries());
    }

    [Fact]
    public void An_exception_inside_a_call_is_undone_and_goes_on()
    {
        Chain chain = new ChainBuilder().Build();
        string before = chain.HashText();

        Assert.Throws<InvariantException>(() => chain.Dispatch(new BrokenCall(), default));

        Assert.Equal(before, chain.HashText());
        Assert.False(chain.State.IsRecording);
    }

    [Fact]
    public void A_state_is_not_branched_inside_a_call()
    {
        Chain chain = new(Specs.Latest);
        int mark = chain.State.BeginCall();

        Assert.Throws<InvariantException>(chain.Branch);

        chain.State.Undo(mark);
        Assert.NotNull(chain.Branch());
    }

    [Fact]
    public void The_digest_does_not_depend_on_the_order_of_insertion()
    {
        Draws draws = Draws.For(2_102);
        Chain forward = new(Specs.Latest);
        Chain backward = new(Specs.Latest);
        List<(IStorageItem Item, byte[] Key, byte[] Value)> entries = [];
        HashSet<string> seen = [];
        foreach (IStorageItem item in forward.State.Items)
        {
            for (int round = 0; round < 6; round++)
            {
                byte[] key = StateModel.FewKeys(item, draws);
                if (!seen.Add(item.Name + Convert.ToHexString(key))) continue;
                entries.Add((item, key, RandomWire.Encode(item.ValueShape, draws)));
            }
        }

        foreach ((IStorageItem item, byte[] key, byte[] value) in entries)
        {
            forward.State.Find(item.Pallet, item.Name)!.Put(key, value);
        }

        entries.Reverse();
        foreach ((IStorageItem item, byte[] key, byte[] value) in entries)
        {
            IStorageItem other = backward.State.Find(item.Pallet, item.Name)!;
            other.Put(key, RandomWire.Encode(item.ValueShape, draws));
            other.Remove(key);
            other.Put(key, value);
        }

        Assert.Equal(forward.HashText(), backward.HashText());
    }

    [Fact]
    public void The_digest_shows_a_single_changed_bit()
    {
        Chain chain = new ChainBuilder().WithSubnet(1, default, default, default).Build();
        string before = chain.HashText();

        chain.Put("SubnetTAO", 1, 1);
        string after = chain.HashText();
        chain.Put("SubnetTAO", 0, 1);

        Assert.NotEqual(before, after);
        Assert.Equal(before, chain.HashText());
    }

    private static void Act(
        StateModel branch, IStorageItem[] items, Draws draws, List<StateModel> branches)
    {
        IStorageItem item = draws.Of(items);
        byte[] key = StateModel.FewKeys(item, draws);
        switch (draws.Below(20))
        {
            case < 11:
                branch.Put(item, key, RandomWire.Encode(item.ValueShape, draws));
                break;
            case < 14:
                branch.Remove(item, key);
                break;
            case 14:
                branch.Clear(item);
                break;
            case 15 or 16:
                branch.BeginCall();
                break;
            case 17 when branch.Depth > 0:
                branch.Keep();
                break;
            case 18 when branch.Depth > 0:
                branch.Undo();
                break;
            case 19 when branch.Depth == 0:
                branch.BeginBlock();
                if (branches.Count < 6) branches.Add(branch.Branch());
                break;
            case 17 when branches.Count < 6:
                branches.Add(branch.Branch());
                break;
            default:
                break;
        }
    }

    private static IStorageItem[] Sample(Chain chain, Draws draws)
    {
        IStorageItem[] all = [.. chain.State.Items];
        IStorageItem[] sample = new IStorageItem[12];
        for (int index = 0; index < sample.Length; index++)
        {
            sample[index] = draws.Of(all);
        }

        return sample;
    }
}
