using System.Runtime.InteropServices;
using Dtao.Numerics;
using Dtao.Runtime.Flows;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Staking;

namespace Dtao.Runtime.Audit;

/// <summary>Reads the state for an auditor and compares it with the books.</summary>
internal sealed class StateCount
{
    /// <summary>Rules of later releases cut a subnet's emission in at most four parts.</summary>
    private const ulong MostRounding = 4;

    private readonly Chain _chain;
    private readonly AuditBooks _books;
    private readonly ShareCount _shares = new();
    private UInt128[] _excessShares = [];
    private UInt128[] _missingShares = [];

    public StateCount(Chain chain, AuditBooks books)
    {
        _chain = chain;
        _books = books;
    }

    private ulong InAccounts => unchecked(_books[Book.Balances] - _books[Book.Forced]);

    /// <summary>Fills the books with what the state holds.</summary>
    public void Open(int width)
    {
        _books.Widen(width);
        _books[Book.Balances] = _chain.Balances.TotalIssuance.Rao;
        _books[Book.Accounts] = unchecked((ulong)_chain.Balances.CountAccounts());
        _books[Book.Forced] = unchecked(_books[Book.Balances] - _books[Book.Accounts]);
        _books[Book.TotalStake] = _chain.Pools.TotalStake.Rao;
        _books[Book.Issuance] = _chain.Issuance.Total.Rao;
        for (int subnet = 0; subnet < _books.Width; subnet++)
        {
            Open(new NetUid((ushort)subnet));
        }

        _books[Book.Gap] = unchecked(_books[Book.Issuance] - _books[Book.Balances]
            - _books[Book.TotalStake] - Sum(Book.Locked));
    }

    /// <summary>Compares everything that is one reading each.</summary>
    public void Compare()
    {
        Compare("TAO in hand", Book.TaoInHand, 0);
        Compare("Balances.TotalIssuance", Book.Balances, _chain.Balances.TotalIssuance.Rao);
        Compare("the sum of accounts as written", Book.Accounts, InAccounts);
        Compare("TotalStake", Book.TotalStake, _chain.Pools.TotalStake.Rao);
        Compare("TotalIssuance", Book.Issuance, _chain.Issuance.Total.Rao);
        Compare("SubnetTAO", Book.Reserve, _chain.Pools.TaoReserves);
        Compare("SubnetLocked", Book.Locked, _chain.Subnets.Locks);
        Compare("SubnetAlphaIn", Book.AlphaReserve, _chain.Pools.AlphaReserves);
        Compare("SubnetAlphaOut", Book.Outstanding, _chain.Pools.AlphasOutstanding);
        Compare("PendingEmission", Book.PendingParticipants, _chain.Emission.PendingAlphas);
        Compare("PendingRootDivs", Book.PendingRoot, _chain.Emission.AllPendingRootDividends);
        Compare("PendingAlphaSwapped", Book.PendingOffered, _chain.Emission.PendingAlphasSwapped);
        Compare("PendingOwnerCut", Book.PendingOwner, _chain.Emission.PendingOwnerCuts);
        CompareRules();
        Compare("the sum of stakes as written", Book.StakeWritten, _books.Of(Book.Staked));
        Compare("alpha in hand", Book.AlphaInHand, []);
        Compare("root dividends in hand", Book.RootInHand, []);
        if (_books.Of(Book.Minted).ContainsAnyExcept(0UL)) CompareMinted();
    }

    private void CompareRules()
    {
        Compare("PendingRootAlphaDivs", Book.PendingRootAlpha, _chain.Rules.AllPendingRootAlpha);
        Compare("PendingServerEmission", Book.PendingServers, _chain.Rules.AllPendingServers);
        Compare(
            "PendingValidatorEmission", Book.PendingValidators,
            _chain.Rules.AllPendingValidators);
        Compare("SubnetProtocolAlpha", Book.ProtocolAlpha, _chain.Rules.AllProtocolAlpha);
    }

    /// <summary>Counts the accounts one by one.</summary>
    public void CompareAccounts()
    {
        // Root can give accounts more than 2^64 rao together; books are kept modulo that.
        ulong counted = unchecked((ulong)_chain.Balances.CountAccounts());
        if (counted == InAccounts) return;
        throw new AuditException(
            _chain.Block, "the sum of all accounts", InAccounts, counted);
    }

    /// <summary>Counts the stakes and shares of a subnet one by one.</summary>
    public void CompareStakes(NetUid subnet)
    {
        ulong counted = unchecked((ulong)_chain.Stakes.CountStakes(subnet));
        if (counted != _books[Book.Staked, subnet])
        {
            throw new AuditException(
                _chain.Block, $"the sum of TotalHotkeyAlpha of subnet {subnet}",
                _books[Book.Staked, subnet], counted);
        }

        CompareShares(subnet);
    }

    /// <summary>Where everything stands by the books.</summary>
    public AuditBalance Balance()
    {
        NetUid root = NetUid.Root;
        return new(
            _chain.Block,
            _books[Book.Issuance],
            _books[Book.Balances],
            _books[Book.TotalStake],
            Sum(Book.Locked),
            unchecked((long)_books[Book.Gap]),
            Sum(Book.Reserve) - (Int128)_books[Book.Reserve, root],
            _books[Book.Reserve, root],
            _books[Book.Staked, root],
            Sum(Book.PendingRoot),
            SumOfSubnets(Book.AlphaReserve),
            SumOfSubnets(Book.Outstanding),
            SumOfSubnets(Book.Staked),
            SumOfSubnets(Book.PendingParticipants) + SumOfSubnets(Book.PendingOwner)
                + SumOfSubnets(Book.PendingRootAlpha) + SumOfSubnets(Book.PendingServers)
                + SumOfSubnets(Book.PendingValidators),
            SumOfSubnets(Book.ProtocolAlpha),
            SumOfSubnets(Book.Unheld),
            ExcessShares());
    }

    private void Open(NetUid subnet)
    {
        _books[Book.Reserve, subnet] = _chain.Pools.TaoReserve(subnet).Rao;
        _books[Book.Locked, subnet] = _chain.Subnets.Locked(subnet).Rao;
        _books[Book.PendingRoot, subnet] = _chain.Emission.PendingRootDividends(subnet).Rao;
        _books[Book.AlphaReserve, subnet] = _chain.Pools.AlphaReserve(subnet).Rao;
        _books[Book.Outstanding, subnet] = _chain.Pools.AlphaOutstanding(subnet).Rao;
        ulong staked = unchecked((ulong)_chain.Stakes.CountStakes(subnet));
        _books[Book.Staked, subnet] = staked;
        _books[Book.StakeWritten, subnet] = staked;
        ulong participants = _chain.Emission.PendingAlpha(subnet).Rao;
        ulong owner = _chain.Emission.PendingOwnerCut(subnet).Rao;
        _books[Book.PendingParticipants, subnet] = participants;
        _books[Book.PendingOffered, subnet] = _chain.Emission.PendingAlphaSwapped(subnet).Rao;
        _books[Book.PendingOwner, subnet] = owner;
        _books[Book.Unheld, subnet] = unchecked(_books[Book.Outstanding, subnet]
            - staked - participants - owner - OpenRules(subnet));
        _chain.Stakes.CountShares(subnet, _shares);
        Known(ref _excessShares, subnet) = _shares.Excess;
        Known(ref _missingShares, subnet) = _shares.Missing;
    }

    private ulong OpenRules(NetUid subnet)
    {
        ulong root = _chain.Rules.PendingRootAlpha(subnet).Rao;
        ulong servers = _chain.Rules.PendingServers(subnet).Rao;
        ulong validators = _chain.Rules.PendingValidators(subnet).Rao;
        ulong kept = _chain.Rules.ProtocolAlpha(subnet).Rao;
        _books[Book.PendingRootAlpha, subnet] = root;
        _books[Book.PendingServers, subnet] = servers;
        _books[Book.PendingValidators, subnet] = validators;
        _books[Book.ProtocolAlpha, subnet] = kept;
        return unchecked(root + servers + validators + kept);
    }

    /// <summary>Neither do holders have more shares than there are, nor fewer.</summary>
    private void CompareShares(NetUid subnet)
    {
        _chain.Stakes.CountShares(subnet, _shares);

        // Swaps of hotkeys take shares along where their pools stay behind.
        bool areParted = _books[Book.Parted, subnet] > 0;
        _books[Book.Parted, subnet] = 0;

        // Before 244 a holder's shares stopped at zero while those of the pool went on.
        bool mayExceed = areParted || _chain.Spec.SharePool == SharePoolRule.First;
        CompareShares(
            subnet, "shares beyond those of their pools", _shares.Excess,
            ref Known(ref _excessShares, subnet), mayExceed);
        CompareShares(
            subnet, "shares of pools without holder", _shares.Missing,
            ref Known(ref _missingShares, subnet), areParted);
    }

    private void CompareShares(
        NetUid subnet, string what, UInt128 found, ref UInt128 known, bool mayGrow)
    {
        if (found > known && !mayGrow)
        {
            throw new AuditException(
                _chain.Block, $"{what} on subnet {subnet}, at most,", known, found);
        }

        known = found;
    }

    private void CompareMinted()
    {
        for (int index = 0; index < _books.Width; index++)
        {
            NetUid subnet = new((ushort)index);
            ulong minted = _books[Book.Minted, subnet];
            if (minted > (_chain.EmissionRule is null ? 0 : MostRounding))
            {
                throw new AuditException(
                    _chain.Block, $"minted alpha without purpose of subnet {subnet}", 0, minted);
            }

            if (minted > 0) _books.Post(FlowCause.EmissionRounded, subnet, minted);
        }
    }

    private void Compare(string item, Book book, ulong got)
    {
        ulong expected = _books[book];
        if (expected != got) throw new AuditException(_chain.Block, item, expected, got);
    }

    private void Compare<T>(string item, Book book, ReadOnlySpan<T> stored)
        where T : struct => Compare(item, book, MemoryMarshal.Cast<T, ulong>(stored));

    private void Compare(string item, Book book, ReadOnlySpan<ulong> stored)
    {
        ReadOnlySpan<ulong> expected = _books.Of(book);
        int common = Math.Min(expected.Length, stored.Length);
        bool isEqual = expected[..common].SequenceEqual(stored[..common])
            && !expected[common..].ContainsAnyExcept(0UL)
            && !stored[common..].ContainsAnyExcept(0UL);
        if (!isEqual) throw FirstDifference(item, expected, stored);
    }

    private AuditException FirstDifference(
        string item, ReadOnlySpan<ulong> expected, ReadOnlySpan<ulong> stored)
    {
        int subnet = 0;
        while (At(expected, subnet) == At(stored, subnet))
        {
            subnet++;
        }

        return new(
            _chain.Block, $"{item} of subnet {subnet}", At(expected, subnet), At(stored, subnet));
    }

    private static ulong At(ReadOnlySpan<ulong> column, int subnet) =>
        subnet < column.Length ? column[subnet] : 0;

    private static ref UInt128 Known(ref UInt128[] shares, NetUid subnet)
    {
        int index = subnet.Value;
        if (index >= shares.Length) Array.Resize(ref shares, index + 64);
        return ref shares[index];
    }

    private UInt128 ExcessShares() =>
        _excessShares.Aggregate(UInt128.Zero, static (sum, excess) => sum + excess);

    private ulong Sum(Book book) => unchecked(
        _books[book, NetUid.Root] + (ulong)SumOfSubnets(book));

    private Int128 SumOfSubnets(Book book)
    {
        Int128 sum = 0;
        foreach (ulong amount in _books.Of(book)[1..])
        {
            // Only what nobody holds can be negative; amounts of TAO and alpha stay below 2^63.
            sum += unchecked((long)amount);
        }

        return sum;
    }
}
