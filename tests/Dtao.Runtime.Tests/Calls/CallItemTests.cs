using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Weights;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>What is wrong with one call is wrong with it as an item and as a reveal.</summary>
public class CallItemTests
{
    private static readonly CallCase Setting = CallCases.All["set_weights"];
    private static readonly CallCase Committing = CallCases.All["commit_weights"];

    /// <summary>
    /// Faults of setting weights that can go wrong in a batch: it carries pairs.
    /// </summary>
    public static TheoryData<string> OfItems =>
        [.. All.Except(["unequal"])];

    /// <summary>
    /// Faults of setting weights that can go wrong in a reveal: it needs commits, and then the
    /// rate of commits is limited instead.
    /// </summary>
    public static TheoryData<string> OfReveals =>
        [.. All.Except(["commit reveal", "too fast"])];

    /// <summary>Faults of committing that can go wrong in a batch.</summary>
    public static TheoryData<string> OfCommits =>
        [.. Committing.Faults.Select(static fault => fault.Fault)];

    [Theory]
    [MemberData(nameof(OfItems))]
    public void An_item_of_weights_fails_as_the_call_would_and_the_batch_succeeds(string fault)
    {
        CallCase.Situation found = Setting.Build(new HashSet<string> { fault });
        SetWeights single = (SetWeights)found.Call;
        BatchSetWeights batch = new(
            [single.NetUid],
            [[.. single.Destinations.Zip(
                single.Values, static (uid, weight) => new UidWeight(uid, weight))]],
            [single.VersionKey]);

        CheckItem(found, batch, single.NetUid, Error(Setting, fault));
    }

    [Theory]
    [MemberData(nameof(OfCommits))]
    public void An_item_of_commits_fails_as_the_call_would_and_the_batch_succeeds(string fault)
    {
        CallCase.Situation found = Committing.Build(new HashSet<string> { fault });
        CommitWeights single = (CommitWeights)found.Call;

        CheckItem(
            found, new BatchCommitWeights([single.NetUid], [single.Hash]), single.NetUid,
            Error(Committing, fault));
    }

    [Theory]
    [MemberData(nameof(OfReveals))]
    public void Weights_that_may_not_be_set_may_not_be_revealed(string fault)
    {
        CallCase.Situation found = Setting.Build(new HashSet<string> { fault });
        SetWeights hidden = (SetWeights)found.Call;
        Commit(found, hidden);
        RevealWeights single = new(
            hidden.NetUid, hidden.Destinations, hidden.Values, [], hidden.VersionKey);
        BatchRevealWeights batch = new(
            hidden.NetUid, [hidden.Destinations], [hidden.Values], [[]], [hidden.VersionKey]);
        string before = found.Chain.HashText();

        foreach (ICall call in (ICall[])[single, batch])
        {
            DispatchResult result = found.Chain.DispatchAs(found.Origin, call);

            Assert.Equal(Error(Setting, fault), result.Failure);
            Assert.Equal(before, found.Chain.HashText());
        }
    }

    private static IEnumerable<string> All => Setting.Faults.Select(static fault => fault.Fault);

    private static void CheckItem(
        CallCase.Situation found, ICall batch, NetUid subnet, DispatchError expected)
    {
        found.Chain.Events.IsKept = true;
        string before = found.Chain.HashText();

        DispatchResult result = found.Chain.DispatchAs(found.Origin, batch);

        Assert.True(result.IsOk);
        Assert.Equal(before, found.Chain.HashText());
        IChainEvent[] told = [.. found.Chain.Events.Records.Select(static x => x.Event)];
        Assert.Equal(
            [new BatchCompletedWithErrors(), new BatchWeightItemFailed(expected)], told[..^1]);
        BatchWeightsCompleted end = Assert.IsType<BatchWeightsCompleted>(told[^1]);
        Assert.Equal([subnet], end.NetUids);
    }

    private static void Commit(CallCase.Situation found, SetWeights hidden)
    {
        Chain chain = found.Chain;
        Hotkey hotkey = new(found.Origin.Signer!.Value);
        chain.Put("CommitRevealWeightsEnabled", true, hidden.NetUid);
        chain.Put("Tempo", 99, hidden.NetUid);
        RevealWindow window = RevealWindow.Of(chain, hidden.NetUid);
        ulong block = chain.Block.Value;
        while (window.EpochOf(block) == window.EpochOf(chain.Block.Value))
        {
            block--;
        }

        Hash256 hash = CommitHash.Of(hotkey, hidden, []);
        chain.Commits.Keep(hidden.NetUid, hotkey, [new(hash, block, 0, 0)]);
    }

    private static DispatchError Error(CallCase of, string fault) =>
        of.Faults.Single(item => item.Fault == fault).Error;
}
