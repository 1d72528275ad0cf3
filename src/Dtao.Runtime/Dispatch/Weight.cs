namespace Dtao.Runtime.Dispatch;

/// <summary>What a call may cost the machines that run it.</summary>
/// <param name="RefTime">Time on the reference machine. Unit: picoseconds.</param>
/// <param name="ProofSize">Size of the state it touches. Unit: bytes.</param>
public readonly record struct Weight(ulong RefTime, ulong ProofSize = 0);
