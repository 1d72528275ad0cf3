namespace Dtao.Lab.Bench;

/// <summary>What the standard network of one size was measured at, on one thread.</summary>
/// <param name="Subnets">Subnets besides root.</param>
/// <param name="Blocks">Blocks of the measurement, whole tempos.</param>
/// <param name="BlocksPerSecond">Blocks per second with epochs, averaged over whole tempos.</param>
/// <param name="BlocksPerSecondWithoutEpochs">Blocks per second when no epoch is ever due.</param>
/// <param name="EpochMicroseconds">Inputs, consensus and storing of one epoch. Unit: µs.</param>
/// <param name="PaymentMicroseconds">Paying what one epoch found. Unit: µs.</param>
/// <param name="BytesPerBlock">Allocated memory per block with epochs. Unit: bytes.</param>
/// <param name="BytesPerBlockWithoutEpochs">The same when no epoch is due. Unit: bytes.</param>
/// <param name="ResidentBytes">Resident memory of the process afterwards. Unit: bytes.</param>
/// <param name="AuditShare">What an auditor adds to the time of a block, of 1.</param>
/// <param name="BytesPerAuditedBlock">Allocated memory per audited block. Unit: bytes.</param>
/// <param name="StakingMilliseconds">
/// A block's 1,000 mixed staking calls, dispatched without signatures; the median. Unit: ms.
/// </param>
/// <param name="BytesPerStakingCall">Allocated memory per such call. Unit: bytes.</param>
/// <param name="StateHash">Digest of the state after the measurement, in hexadecimal.</param>
public sealed record BenchResult(
    int Subnets,
    int Blocks,
    double BlocksPerSecond,
    double BlocksPerSecondWithoutEpochs,
    double EpochMicroseconds,
    double PaymentMicroseconds,
    double BytesPerBlock,
    double BytesPerBlockWithoutEpochs,
    long ResidentBytes,
    double AuditShare,
    double BytesPerAuditedBlock,
    double StakingMilliseconds,
    double BytesPerStakingCall,
    string StateHash);
