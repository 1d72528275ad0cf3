using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Audit;

/// <summary>Proves after every block that not one rao appeared or vanished unexplained.</summary>
/// <remarks>
/// It keeps books of its own: it starts with what the state holds, adds every flow that the
/// ledgers note, and compares. After an epoch it counts the stakes of the subnet one by one,
/// and from time to time everything else that is too much for every block. It changes nothing.
/// Source: docs/spec/audit.md.
/// </remarks>
public sealed class Auditor
{
    /// <summary>Blocks between two counts of all accounts and of root.</summary>
    private const ulong BlocksBetweenCounts = 361;

    private readonly Chain _chain;
    private readonly AuditBooks _books = new();
    private readonly StateCount _count;
    private readonly AuditBalance _opening;
    private ulong _blocks;

    /// <summary>Opens the books with what the chain holds, and begins to listen.</summary>
    public Auditor(Chain chain)
    {
        _chain = chain;
        _count = new(chain, _books);
        chain.Flows.Keep();
        _count.Open(Math.Max(chain.Flows.Width, HighestSubnet() + 1));
        _opening = _count.Balance();
    }

    /// <summary>Blocks that were audited.</summary>
    public ulong Blocks => _blocks;

    /// <summary>What was seen so far.</summary>
    public AuditReport Report => new(
        _opening,
        _count.Balance(),
        _blocks,
        [
            .. FlowRules.All
                .Where(rule => rule.Kind != FlowKind.Check && _books.TotalOf(rule.Cause) > 0)
                .Select(rule => new FlowTotal(
                    rule, _books.TotalOf(rule.Cause), _books.RootTotalOf(rule.Cause))),
        ]);

    /// <summary>Audits the present block, all its calls included.</summary>
    /// <exception cref="AuditException">Books and state differ: the block is wrong.</exception>
    public void CloseBlock()
    {
        _blocks++;
        bool hasEpochs = _chain.Flows.Has(FlowCause.ParticipantsDue);
        PostFlows();
        _count.Compare();
        if (hasEpochs) CountStakesOfEpochs();

        if (_chain.Block.Value % BlocksBetweenCounts != 0) return;
        _count.CompareAccounts();
        _count.CompareStakes(NetUid.Root);
    }

    /// <summary>Counts everything one by one and compares it.</summary>
    /// <exception cref="AuditException">Books and state differ.</exception>
    public void CountAll()
    {
        PostFlows();
        _count.Compare();
        _count.CompareAccounts();
        for (int subnet = 0; subnet < _books.Width; subnet++)
        {
            _count.CompareStakes(new((ushort)subnet));
        }
    }

    /// <summary>Listens no more.</summary>
    public void Close() => _chain.Flows.Stop();

    private void PostFlows()
    {
        _books.Post(_chain.Flows);
        _chain.Flows.Forget();
        ulong left = _books[Book.Granted];
        if (left != 0)
        {
            throw new AuditException(_chain.Block, "TAO neither emitted nor kept", 0, left);
        }
    }

    private void CountStakesOfEpochs()
    {
        foreach (NetUid subnet in _chain.BlockSubnets)
        {
            if (subnet != NetUid.Root && _chain.EpochIsDue(subnet)) _count.CompareStakes(subnet);
        }
    }

    private int HighestSubnet()
    {
        int highest = 0;
        foreach (NetUid subnet in _chain.Subnets.InHashedKeyOrder())
        {
            highest = Math.Max(highest, subnet.Value);
        }

        return highest;
    }
}
