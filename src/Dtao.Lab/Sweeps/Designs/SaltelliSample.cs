using System.Collections.Immutable;
using Dtao.Lab.Networks;

namespace Dtao.Lab.Sweeps.Designs;

/// <summary>
/// Two independent points, and the first with one setting of the second, for each setting.
/// </summary>
/// <remarks>
/// The order is A, B, A with B's first setting, …, for one base sample after the other. Source:
/// A. Saltelli and others, "Variance based sensitivity analysis of model output", 2010.
/// </remarks>
internal static class SaltelliSample
{
    public static ImmutableArray<ImmutableArray<double>> Points(
        ImmutableArray<int?> levels, int size, SeededRandom random)
    {
        int settings = levels.Length;
        ImmutableArray<ImmutableArray<double>> pairs =
            LatinHypercube.Points([.. levels, .. levels], size, random);
        ImmutableArray<ImmutableArray<double>>.Builder points =
            ImmutableArray.CreateBuilder<ImmutableArray<double>>(size * (settings + 2));
        foreach (ImmutableArray<double> pair in pairs)
        {
            ImmutableArray<double> first = pair[..settings];
            ImmutableArray<double> second = pair[settings..];
            points.Add(first);
            points.Add(second);
            for (int setting = 0; setting < settings; setting++)
            {
                points.Add(first.SetItem(setting, second[setting]));
            }
        }

        return points.MoveToImmutable();
    }
}
