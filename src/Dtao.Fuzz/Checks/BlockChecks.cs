using Dtao.Codec;
using Dtao.Fuzz.Steps;
using Dtao.Runtime;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Spec;

namespace Dtao.Fuzz.Checks;

/// <summary>Checks of a whole state that are too dear for every block.</summary>
internal sealed class BlockChecks(Chain chain, CallRunner runner)
{
    private const int CopyEvery = 40;
    private const int CopyLength = 15;
    private const int ChangeSetEvery = 17;
    private const int BranchEvery = 97;

    private readonly List<List<Step>> _blocks = [];
    private Snapshot? _start;
    private Snapshot? _before;
    private bool _recordsBlocks;

    /// <summary>Remembers a step, should a copy repeat this block.</summary>
    public void Record(Step step)
    {
        if (_recordsBlocks) _blocks[^1].Add(step);
    }

    /// <summary>Looks at the state before a block.</summary>
    public void BeforeBlock(int block)
    {
        if (block % CopyEvery == 1) Begin();
        if (block % ChangeSetEvery == 0) _before = Snapshot.Of(chain);
    }

    /// <summary>Checks what is due after a block.</summary>
    public void AfterBlock(int block)
    {
        if (_before is { } before) CheckChangeSet(before);
        _before = null;
        if (block % BranchEvery == 0) CheckBranch();
        if (!_recordsBlocks) return;
        if (_blocks.Count == CopyLength) CheckCopy();
        else _blocks.Add([]);
    }

    private void Begin()
    {
        _start = Snapshot.Of(chain);
        _recordsBlocks = true;
        _blocks.Clear();
        _blocks.Add([]);
    }

    private void CheckCopy()
    {
        Chain copy = _start!.Load();
        foreach (List<Step> steps in _blocks)
        {
            foreach (Step step in steps)
            {
                if (step is UpgradeStep upgrade) copy.UpgradeTo(Specs.Find(upgrade.Version)!);
            }

            BlockExecutor.RunBlock(copy);
            foreach (Step step in steps)
            {
                if (step is CallStep call) Send(copy, call);
            }
        }

        _recordsBlocks = false;
        if (copy.State.Hash().AsSpan().SequenceEqual(chain.State.Hash())) return;
        throw new FindingException(
            FindingKind.Determinism,
            $"a copy loaded {CopyLength} blocks ago differs, chain and copy: "
            + Snapshot.Of(chain).DifferenceTo(Snapshot.Of(copy)));
    }

    private void CheckChangeSet(Snapshot before)
    {
        before.Apply(chain);
        if (before.DifferenceTo(Snapshot.Of(chain)) is not { } difference) return;
        throw new FindingException(
            FindingKind.ChangeSet, $"old state with the block's changes, and new: {difference}");
    }

    private void CheckBranch()
    {
        byte[] before = chain.State.Hash();
        Chain branch = chain.Branch();
        foreach (Step step in _blocks.SelectMany(static steps => steps))
        {
            if (step is CallStep call) Send(branch, call);
            BlockExecutor.RunBlock(branch);
        }

        if (before.AsSpan().SequenceEqual(chain.State.Hash())) return;
        throw new FindingException(FindingKind.Branch, "a branch changed the state of its parent");
    }

    private void Send(Chain target, CallStep step)
    {
        ScaleReader reader = new(step.Bytes);
        ICall call = CallTable.Decode(ref reader);
        runner(target, step.Origin, call);
    }
}
