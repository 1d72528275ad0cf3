using Dtao.Lab.Ordering;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Dispatch;

namespace Dtao.Lab.Runs;

/// <summary>Every call of a run in its order, so that it can be made again elsewhere.</summary>
public sealed class ActionLog
{
    private readonly List<(ulong Block, ICall Call, AccountId Signer)> _actions = [];
    private int _next;

    /// <summary>Calls in the log.</summary>
    public int Count => _actions.Count;

    /// <summary>Calls of a replay that were applied so far.</summary>
    public int Applied { get; private set; }

    /// <summary>Calls of a replay that failed so far.</summary>
    public int Failed { get; private set; }

    /// <summary>A log of the same calls from its beginning, for one more replay.</summary>
    public ActionLog Rewound()
    {
        ActionLog log = new();
        log._actions.AddRange(_actions);
        return log;
    }

    internal void Add(ulong block, ICall call, AccountId signer) =>
        _actions.Add((block, call, signer));

    internal void Add(ulong block, Order order) => Add(block, order.Call, order.Signer);

    /// <summary>Makes the calls of the present block.</summary>
    internal void Play(Chain chain)
    {
        ulong now = chain.Block.Value;
        while (_next < _actions.Count && _actions[_next].Block == now)
        {
            DispatchResult result =
                chain.Dispatch(_actions[_next].Call, _actions[_next].Signer);
            if (result.IsOk) Applied++;
            else Failed++;
            _next++;
        }
    }
}
