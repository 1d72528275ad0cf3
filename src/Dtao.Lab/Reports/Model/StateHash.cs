using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>The hash of a state.</summary>
/// <param name="Name">Which state.</param>
/// <param name="Hash">Its hash in hexadecimal digits.</param>
public sealed record StateHash(Text Name, string Hash);
