using Dtao.Runtime;

namespace Dtao.Fuzz.Worlds;

/// <summary>A chain at its first block and the accounts that live on it.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Cast">Accounts and subnets.</param>
public sealed record FuzzWorld(Chain Chain, Cast Cast);
