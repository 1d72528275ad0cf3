using Dtao.Lab.Sweeps.Designs;
using Dtao.Lab.Sweeps.Statistics;

namespace Dtao.Lab.Sweeps.Files;

/// <summary>What computes the figures of a sweep, in words.</summary>
public static class SweepMethods
{
    /// <summary>Name and description of each method that a design uses.</summary>
    public static IEnumerable<(string Name, string Text)> Of(DesignKind design)
    {
        yield return ("design", design switch
        {
            DesignKind.LatinHypercube => "Dtao's own code: Latin hypercube (McKay 1979)",
            DesignKind.Morris =>
                "Dtao's own code: Morris trajectories (1991), each setting moves by half of its "
                + $"levels, {Design.MorrisLevels} levels where none are given",
            DesignKind.Sobol =>
                "Dtao's own code: Saltelli's sampling (2010) over a Latin hypercube of twice the "
                + "settings",
            _ => "Dtao's own code: every combination of all steps",
        });
        yield return ("bands",
            "Dtao's own code: mean, median and 5 to 95 % over the seeds of a point, quantiles in "
            + "proportion between two values (type 7)");
        string bootstrap =
            $"; bands of 95 % by {Bootstrap.Resamples} bootstrap samples; of the means over the "
            + "seeds of each point";
        if (design == DesignKind.Sobol)
        {
            yield return ("sensitivity",
                "Dtao's own code: first-order indices by Saltelli (2010), total indices by Jansen "
                + "(1999)" + bootstrap);
        }

        if (design == DesignKind.Morris)
        {
            yield return ("sensitivity",
                "Dtao's own code: mean absolute elementary effect (mu*), standard deviation "
                + "(sigma) and mean (mu), per whole range of a setting" + bootstrap);
        }

        yield return ("store", "SQLite through Microsoft.Data.Sqlite and Dapper");
    }
}
