using Dtao.Runtime;
using Dtao.Runtime.Dispatch;

namespace Dtao.Fuzz.Checks;

/// <summary>Runs a call on a chain; only tests that plant a fault have their own.</summary>
/// <param name="chain">The chain.</param>
/// <param name="origin">Who stands behind the call.</param>
/// <param name="call">The call.</param>
public delegate DispatchResult CallRunner(Chain chain, Origin origin, ICall call);
