using System.Collections.Immutable;

namespace Dtao.Lab.Reports.Model;

/// <summary>What was calibrated and what was predicted.</summary>
/// <param name="Values">The figures.</param>
public sealed record CalibrationList(ImmutableArray<CalibratedValue> Values) : ReportBlock;
