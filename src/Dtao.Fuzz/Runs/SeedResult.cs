using Dtao.Fuzz.Checks;

namespace Dtao.Fuzz.Runs;

/// <summary>How the run of one seed ended.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Blocks">Blocks that were run.</param>
/// <param name="Calls">How the calls ended.</param>
/// <param name="StateHash">Digest of the last state, in hexadecimal.</param>
/// <param name="IsWhole">All blocks were run, or something was found before.</param>
/// <param name="Finding">What was found; null when nothing.</param>
/// <param name="ShrunkCase">Fewest steps that still find it, for people.</param>
public sealed record SeedResult(
    ulong Seed, int Blocks, CallTally Calls, string StateHash, bool IsWhole, Finding? Finding,
    IReadOnlyList<string> ShrunkCase);
