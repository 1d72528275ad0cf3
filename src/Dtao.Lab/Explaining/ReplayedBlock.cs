using Dtao.Runtime;
using Dtao.Runtime.Emission;

namespace Dtao.Lab.Explaining;

/// <summary>A block that was run again.</summary>
/// <param name="Before">The chain in front of the block.</param>
/// <param name="Chain">The chain behind the block's emission, before any call.</param>
/// <param name="Trace">The numbers of the subnet that was watched.</param>
public sealed record ReplayedBlock(Chain Before, Chain Chain, CoinbaseTrace Trace);
