using System.Numerics;
using Dtao.Codec;
using Dtao.Fuzz.Draws;
using Dtao.Fuzz.Model;
using Dtao.Fuzz.Steps;
using Dtao.Fuzz.Worlds;
using Dtao.Runtime;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Spec;

namespace Dtao.Fuzz.Checks;

/// <summary>Runs a world block by block beside the second model, and checks everything.</summary>
internal sealed class Execution
{
    private const int HashEvery = 16;

    private readonly Chain _chain;
    private readonly IStepSource _steps;
    private readonly CallRunner _runner;
    private readonly ulong _seed;
    private readonly bool _isThorough;
    private readonly BlockChecks _blockChecks;
    private Book _book;
    private BigInteger _gap;
    private int _call;

    public Execution(
        ulong seed, FuzzWorld world, IStepSource steps, CallRunner runner, bool isThorough)
    {
        (_seed, _chain, _steps, _runner) = (seed, world.Chain, steps, runner);
        _isThorough = isThorough;
        _blockChecks = new(_chain, runner);
        _book = BookReader.Read(_chain);
        _gap = Sums.GapOf(_chain, _book);
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
        BlockModel model = new(_book, new Parameters(_chain));
        Book before = _book.Copy();
        model.Run();
        BlockExecutor.RunBlock(_chain);
        BookAfterBlock(before, model);
        while (_steps.Call(block, _call, _chain) is { } call)
        {
            _call++;
            Send(call, block);
        }

        _call = 0;
        if (Sums.FirstBroken(_chain, _book, _gap) is { } broken) Fail(FindingKind.Sums, broken);
        _blockChecks.AfterBlock(block);
    }

    private void BookAfterBlock(Book before, BlockModel model)
    {
        Book after = BookReader.Read(_chain);
        string? found = BlockComparison.First(_book, before, after, model)
            ?? BlockComparison.FirstNumber(model, new Parameters(_chain));
        if (found is { } difference)
        {
            Fail(FindingKind.Books, $"after the block step: {difference}");
        }

        _book = after;
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

        // Root may change the count alone; so may a call that holds this one.
        bool changesCount = call is ForceAdjustTotalIssuance
            || CallDraws.HoldsCalls(call.GetType());
        if (result.IsOk && changesCount) _gap = Sums.GapOf(_chain, _book);
    }

    private void CompareBooks(Forecast forecast, DispatchResult result, string name)
    {
        if (result.IsOk && forecast.Apply is null)
        {
            Reread();
            return;
        }

        if (result.IsOk) forecast.Apply!();
        if (BookComparison.First(_book, BookReader.Read(_chain)) is not { } difference) return;
        Fail(FindingKind.Books, $"after {name} ({result}): {difference}");
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
