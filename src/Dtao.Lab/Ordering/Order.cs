using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Lab.Ordering;

/// <summary>A call that waits for its place in the block.</summary>
/// <param name="Call">What to do.</param>
/// <param name="Signer">Account that signed it.</param>
/// <param name="Tip">What it offers to be early.</param>
/// <param name="Agent">Index of the agent that submitted it.</param>
public readonly record struct Order(ICall Call, AccountId Signer, Tao Tip, int Agent);
