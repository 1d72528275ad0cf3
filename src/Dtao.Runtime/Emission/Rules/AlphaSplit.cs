using Dtao.Numerics;
using Dtao.Runtime.Flows;
using Dtao.Runtime.Pools;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>Mints a block's alpha and splits it: owner, root, miners and validators.</summary>
/// <param name="block">The block.</param>
/// <remarks>Source: docs/spec/rules.md#root-part; vectors: vectors/rules.</remarks>
internal sealed class AlphaSplit(EmissionBlock block)
{
    private static readonly U96F32 Half = U96F32.FromBits((UInt128)1 << 31);

    /// <summary>Mints and splits the alpha of all subnets.</summary>
    public void Run()
    {
        Chain chain = block.Chain;
        U96F32 ownerShare = chain.Emission.OwnerCut.ToU96F32();
        foreach (SubnetTerms terms in block.Subnets)
        {
            Alpha minted = Whole(terms.AlphaOut);
            chain.Emission.RecordMinting(terms.Subnet, minted);
            chain.Pools.MintAlpha(terms.Subnet, minted);
            U96F32 rest = CutForOwner(terms, ownerShare);
            terms.RootShare = block.RootShareOf(terms.Subnet);
            terms.ForRoot = terms.RootShare.SaturatingMultiply(rest).SaturatingMultiply(Half);
            SplitRest(terms, rest);
        }
    }

    private U96F32 CutForOwner(SubnetTerms terms, U96F32 share)
    {
        bool hasCut = !block.Rule.AsksForOwnerCut || block.Chain.Rules.HasOwnerCut(terms.Subnet);
        if (!hasCut) return terms.AlphaOut;
        terms.OwnerCut = terms.AlphaOut.SaturatingMultiply(share);
        block.Chain.Emission.AwaitOwnerCut(terms.Subnet, Whole(terms.OwnerCut));
        return terms.AlphaOut.SaturatingSubtract(terms.OwnerCut);
    }

    private void SplitRest(SubnetTerms terms, U96F32 rest)
    {
        switch (block.Rule.Root)
        {
            case RootPart.SoldAtOnce:
                SellForRoot(terms, rest);
                return;
            case RootPart.Kept:
                KeepForRoot(terms, rest);
                return;
            default:
                SplitInThree(terms, rest);
                return;
        }
    }

    private void SellForRoot(SubnetTerms terms, U96F32 rest)
    {
        Chain chain = block.Chain;
        Alpha forRoot = Whole(terms.ForRoot);
        Alpha participants = Whole(rest.SaturatingSubtract(terms.ForRoot));

        // What a subsidised subnet does not sell counts as sold; nobody receives it.
        Tao? dividends = null;
        if (terms.IsSubsidised) chain.Flows.Note(FlowCause.RootAlphaUnpaid, terms.Subnet, forRoot);
        else dividends = Sell(terms.Subnet, forRoot);
        if (dividends is { } paid)
        {
            chain.Emission.Await(terms.Subnet, participants, forRoot, paid);
        }
        else
        {
            chain.Emission.AwaitUnsold(terms.Subnet, participants, forRoot);
        }
    }

    private Tao? Sell(NetUid subnet, Alpha forRoot)
    {
        Chain chain = block.Chain;
        chain.Flows.Note(FlowCause.OfferedForRoot, subnet, forRoot);
        bool isStable = chain.Subnets.Mechanism(subnet) != PoolMechanism.Dynamic;
        if (isStable && !block.Rule.BooksStableTrades)
        {
            Tao paid = Tao.FromRao(forRoot.Rao);
            chain.Flows.Note(FlowCause.StableSaleUnbooked, subnet, forRoot);
            chain.Flows.Note(FlowCause.StableSalePaid, subnet, paid);
            return paid;
        }

        bool isDone = chain.Pools.TrySell(
            subnet, forRoot, FlowCause.RootSaleRefused, out Tao dividends);
        if (!isStable)
        {
            block.Trades?.Add(new(
                subnet, false, forRoot.Rao, isDone ? dividends.Rao : null));
        }

        return isDone || block.Rule.StoresRefusedSales ? dividends : null;
    }

    private void KeepForRoot(SubnetTerms terms, U96F32 rest)
    {
        Alpha forRoot = Whole(terms.ForRoot);
        if (terms.IsSubsidised)
        {
            block.Chain.Flows.Note(FlowCause.RootAlphaUnpaid, terms.Subnet, forRoot);
        }
        else
        {
            block.Chain.Rules.AwaitRootAlpha(terms.Subnet, forRoot);
        }

        block.Chain.Emission.Await(
            terms.Subnet, Whole(rest.SaturatingSubtract(terms.ForRoot)));
    }

    private void SplitInThree(SubnetTerms terms, U96F32 rest)
    {
        U96F32 servers = rest.SaturatingMultiply(Half);
        U96F32 validators = rest.SaturatingSubtract(servers).SaturatingSubtract(terms.ForRoot);
        block.Chain.Rules.Await(terms.Subnet, Whole(servers), Whole(validators));
        Alpha forRoot = Whole(terms.ForRoot);
        if (block.RootIsPaid) block.Chain.Rules.AwaitRootAlpha(terms.Subnet, forRoot);
        else block.Chain.Pools.RecycleMinted(terms.Subnet, forRoot);
    }

    private static Alpha Whole(U96F32 amount) => Alpha.FromRao(amount.FloorToUInt64());
}
