using Dtao.Numerics;

namespace Dtao.Lab.Feeds;

/// <summary>A subnet's emission share twice, of 1 over the subnets compared.</summary>
/// <param name="NetUid">Its number.</param>
/// <param name="Engine">By the engine.</param>
/// <param name="Published">As published.</param>
public sealed record ComparedShare(NetUid NetUid, decimal Engine, decimal Published)
{
    /// <summary>The engine's less the published one.</summary>
    public decimal Difference => Engine - Published;
}
