using Dtao.Codec;
using Dtao.Fuzz.Draws;
using Dtao.Fuzz.Model;
using Dtao.Fuzz.Steps;
using Dtao.Fuzz.Worlds;
using Dtao.Runtime;
using Dtao.Runtime.Audit;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Spec;

namespace Dtao.Fuzz.Checks;

/// <summary>Runs a world block by block beside the second model, and checks everything.</summary>
internal sealed class Execution
{
    private const int HashEvery = 16;
    private const int CountEvery = 5;

    private readonly Chain _chain;
    private readonly IStepSource _steps;
    private readonly CallRunner _runner;
    private readonly ulong _seed;
    private readonly bool _isThorough;
    private readonly BlockChecks _blockChecks;
    private readonly Auditor _auditor;
    private readonly Sums _sums;
    private Book _book;
    private int _call;

    public Execution(
        ulong seed, FuzzWorld world, IStepSource steps, CallRunner runner, bool isThorough)
    {
        (_seed, _chain, _steps, _runner) = (seed, world.Chain, steps, runner);
        _isThorough = isThorough;
        _blockChecks = new(_chain, runner);
        _book = BookReader.Read(_chain);
        _chain.Events.IsKept = true;
        _auditor = new(_chain);
        _sums = new(_chain, _book);
    }

    /// <summary>How the calls ended so far.</summary>
    public CallTally Tally { get; } = new();

    /// <summary>Runs the next block; gives what was found, or null.</summary>
    public Finding? Run(int block)
    {
        _call = 0;
        try
        {
            Step(block);
            return null;
        }
        catch (FindingException found)
        {
            return new(found.Kind, block, _call, found.Message);
        }
        catch (AuditException found)
        {
            return new(FindingKind.Audit, block, _call, found.Message);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            string where = problem.StackTrace?.Split('\n')[0].Trim() ?? string.Empty;
            return new(
                FindingKind.Exception, block, _call,
                $"{problem.GetType().Name}: {problem.Message} ({where})");
        }
    }

    private void Step(int block)
    {
        if (_steps.UpgradeBefore(block, _chain) is { } upgrade)
        {
            _chain.UpgradeTo(Specs.Find(upgrade.Version)!);
            _blockChecks.Record(upgrade);
            Reread();
        }

        _blockChecks.BeforeBlock(block);
        RunBlock();
        while (_steps.Call(block, _call, _chain) is { } call)
        {
            _call++;
            Send(call, block);
        }

        _call = 0;
        _ = _chain.Events.Encode();
        _auditor.CloseBlock();
        if (block % CountEvery == 0) _auditor.CountAll();
        _sums.BeginBlock();
        _blockChecks.AfterBlock(block);
    }

    private void RunBlock()
    {
        BlockModel model = new(_book, new Parameters(_chain));
        TaskForecasts tasks = new(_chain, _book);
        Book before = _book.Copy();
        model.Run();
        BlockExecutor.RunBlock(_chain);
        bool isKnown = tasks.Apply(_chain.Events.Records);
        Book after = BookReader.Read(_chain);
        if (isKnown) CompareAfterBlock(before, after, model);
        _book = after;
        CheckSums(call: null);
    }

    private void CompareAfterBlock(Book before, Book after, BlockModel model)
    {
        string? found = BlockComparison.First(_book, before, after, model)
            ?? BlockComparison.FirstNumber(model, new Parameters(_chain));
        if (found is { } difference)
        {
            Fail(FindingKind.Books, $"after the block step: {difference}");
        }
    }

    private void CheckSums(ICall? call)
    {
        if (_sums.FirstBroken(call, _book) is { } broken) Fail(FindingKind.Sums, broken);
    }

    private void Send(CallStep step, int block)
    {
        if (Decode(step.Bytes) is not { } call)
        {
            Tally.CountUndecodable();
            return;
        }

        _blockChecks.Record(step);
        byte[]? before = IsHashed(block) ? _chain.State.Hash() : null;
        Forecast forecast = Forecaster.Of(_chain, _book, step.Origin, call);
        DispatchResult result = _runner(_chain, step.Origin, call);
        string name = NameOf(call);
        Tally.Count(name, result);
        if (forecast.Outcome is { } wanted && wanted != result.ToString())
        {
            Fail(FindingKind.Outcome, $"{name}: the chain says {result}, the model {wanted}");
        }

        bool hasChanged = before is not null && !before.AsSpan().SequenceEqual(_chain.State.Hash());
        if (!result.IsOk && hasChanged)
        {
            Fail(FindingKind.FailedCall, $"{name} failed with {result} and changed the state");
        }

        CompareBooks(forecast, result, name);
        CheckSums(call);
    }

    private void CompareBooks(Forecast forecast, DispatchResult result, string name)
    {
        Book after = BookReader.Read(_chain);
        bool isKnown = !result.IsOk || forecast.Apply is not null;
        if (result.IsOk && isKnown) forecast.Apply!();
        if (isKnown && BookComparison.First(_book, after) is { } difference)
        {
            Fail(FindingKind.Books, $"after {name} ({result}): {difference}");
        }

        _book = after;
    }

    private void Reread() => _book = BookReader.Read(_chain);

    private bool IsHashed(int block) =>
        _isThorough || Chance.Of(_seed, $"hash {block} {_call}").OneIn(HashEvery);

    private static ICall? Decode(byte[] bytes)
    {
        try
        {
            ScaleReader reader = new(bytes);
            ICall call = CallTable.Decode(ref reader);
            if (!CallTable.Encode(call).AsSpan().SequenceEqual(bytes.AsSpan(0, reader.Offset)))
            {
                Fail(
                    FindingKind.Encoding,
                    $"0x{Convert.ToHexStringLower(bytes)} is decoded and encoded as "
                    + $"0x{Convert.ToHexStringLower(CallTable.Encode(call))}");
            }

            // Bytes behind a call make the extrinsic unreadable.
            return reader.IsAtEnd ? call : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string NameOf(ICall call) =>
        CallTable.Find(call.Index) is { } wire ? $"{wire.Pallet}.{wire.Name}" : $"{call.Index}";

    private static void Fail(FindingKind kind, string what) =>
        throw new FindingException(kind, what);
}
