using Dtao.Numerics;

namespace Dtao.Lab.Scenarios;

/// <summary>How people call a subnet.</summary>
/// <param name="NetUid">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Symbol">Symbol of its token.</param>
public sealed record SubnetLabel(NetUid NetUid, string Name, string Symbol);
