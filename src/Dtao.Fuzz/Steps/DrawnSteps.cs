using Dtao.Fuzz.Draws;
using Dtao.Fuzz.Worlds;
using Dtao.Runtime;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Spec;

namespace Dtao.Fuzz.Steps;

/// <summary>Draws the steps of a seed while the chain runs, and remembers them.</summary>
public sealed class DrawnSteps : IStepSource
{
    private readonly List<TimedStep> _drawn = [];
    private readonly Cast _cast;
    private readonly Swarm _swarm;
    private readonly Chance _chance;
    private int _block;
    private int _left;

    /// <summary>The steps of a seed in its world.</summary>
    public DrawnSteps(ulong seed, Cast cast)
    {
        _cast = cast;
        _swarm = Swarm.Of(seed);
        _chance = Chance.Of(seed, "steps");
    }

    /// <summary>Everything drawn so far.</summary>
    public IReadOnlyList<TimedStep> Drawn => _drawn;

    /// <inheritdoc/>
    public UpgradeStep? UpgradeBefore(int block, Chain chain)
    {
        if (!_chance.OneIn(_swarm.UpgradeEvery)) return null;
        RuntimeSpec[] later = [.. Specs.All.Where(spec => spec.Version >= chain.Spec.Version)];
        UpgradeStep step = new(_chance.Among(later).Version);
        _drawn.Add(new(block, step));
        return step;
    }

    /// <inheritdoc/>
    public CallStep? Call(int block, int call, Chain chain)
    {
        if (_block != block)
        {
            _block = block;
            _left = _chance.Percent(_swarm.EmptyBlockPercent)
                ? 0
                : 1 + _chance.Below(_swarm.CallsOfBlock);
        }

        if (_left == 0) return null;
        _left--;
        CallStep step = Draw(chain);
        _drawn.Add(new(block, step));
        return step;
    }

    private CallStep Draw(Chain chain)
    {
        while (true)
        {
            Scene scene = Scene.Draw(chain, _cast, _chance);
            if (CallDraws.Draw(_swarm.Draw(_chance), scene) is not { } call) continue;
            byte[] bytes = CallTable.Encode(call);
            if (_chance.Percent(_swarm.GarbledPercent)) bytes = Garbled(bytes);
            return new(OriginOf(call, scene), bytes);
        }
    }

    private Origin OriginOf(ICall call, Scene scene)
    {
        // Weights are a hotkey's business; everything else mostly is a coldkey's.
        bool isForHotkey = call.Index == new CallIndex(DispatchError.SubtensorPallet, 0);
        return isForHotkey && !_chance.OneIn(8)
            ? Origin.Signed(scene.Hotkey.Account)
            : scene.AnyOrigin(call);
    }

    private byte[] Garbled(byte[] bytes)
    {
        switch (_chance.Below(4))
        {
            case 0:
                return bytes[.._chance.Below(bytes.Length)];
            case 1:
                byte[] unknown = [.. bytes];
                unknown[_chance.Below(2)] = _chance.Octet();
                return unknown;
            case 2:
                return [.. bytes, _chance.Octet()];
            default:
                byte[] flipped = [.. bytes];
                flipped[_chance.Below(bytes.Length)] ^= (byte)(1 << _chance.Below(8));
                return flipped;
        }
    }
}
