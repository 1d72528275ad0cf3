using Dtao.Numerics;

namespace Dtao.Lab.Attacks;

/// <summary>Finds the least amount with which a strategy reaches a share of emission.</summary>
/// <remarks>
/// The root of the odds s/(1−s) is nearly linear in the amount where emission follows prices of
/// constant-product pools; false position on it needs few trials. The outcome is always a trial
/// that reaches the goal. Plain arithmetic and roots only: equal bits on every machine.
/// </remarks>
internal sealed class EmissionSearch(
    AttackPlan plan, QuietNetwork quiet, AttackStrategy strategy, Action<ulong>? report,
    CancellationToken cancellation)
{
    private const int MostTrials = 16;
    private const decimal Closeness = 0.002m;
    private const decimal ShareCloseness = 0.0015m;

    private readonly double _goal = Height(plan.Goal.Part * (1 + (ShareCloseness / 2)));

    /// <summary>Trials that were played.</summary>
    public int Trials { get; private set; }

    /// <summary>The cheapest trial that reaches the goal, or null when the budget does not.
    /// </summary>
    /// <param name="best">The trial with the whole budget, when that does not reach it.</param>
    public EmissionTrial? Find(out EmissionTrial best)
    {
        decimal low = 0;
        double lowHeight = Height(quiet.Share);
        EmissionTrial? high = Bracket(ref low, ref lowHeight, out best);
        if (high is null) return null;

        double highHeight = Height(high.Share);
        int side = 0;
        while (Trials < MostTrials && !IsClose(low, high))
        {
            decimal next = Between(low, lowHeight, high.Amount.Rao, highHeight);
            EmissionTrial trial = Play(next);
            if (trial.Share >= plan.Goal.Part)
            {
                high = trial;
                highHeight = Height(trial.Share);
                if (side > 0) lowHeight = _goal - ((_goal - lowHeight) / 2);
                side = 1;
                continue;
            }

            low = trial.Amount.Rao;
            lowHeight = Height(trial.Share);
            if (side < 0) highHeight = _goal + ((highHeight - _goal) / 2);
            side = -1;
        }

        return best = high;
    }

    /// <summary>Grows the amount until the goal is reached or the budget is used.</summary>
    private EmissionTrial? Bracket(
        ref decimal low, ref double lowHeight, out EmissionTrial best)
    {
        decimal amount = Math.Min(FirstGuess(), plan.Budget.Rao);
        while (true)
        {
            best = Play(amount);
            if (best.Share >= plan.Goal.Part) return best;
            if (amount >= plan.Budget.Rao) return null;
            double height = Height(best.Share);
            double factor = height > lowHeight
                ? (double)low + ((_goal - lowHeight) * ((double)(amount - low))
                    / (height - lowHeight))
                : double.MaxValue;
            low = amount;
            lowHeight = height;
            decimal wanted = factor < (double)(amount * 4) ? (decimal)factor * 1.01m : amount * 4;
            amount = Math.Min(Math.Max(wanted, amount * 1.3m), plan.Budget.Rao);
        }
    }

    /// <summary>What moves the price so that the odds are those of the goal. Unit: rao.</summary>
    private decimal FirstGuess()
    {
        double pool = quiet.End.Pools.TaoReserve(plan.Subnet).Rao;
        double now = Math.Max(Height(quiet.Share), 0.001);
        double guess = pool * ((_goal / now) - 1);
        return Math.Max((decimal)Math.Min(guess, 1e18), 10_000_000);
    }

    private bool IsClose(decimal low, EmissionTrial high) =>
        high.Share <= plan.Goal.Part * (1 + ShareCloseness)
        || high.Amount.Rao - low <= high.Amount.Rao * Closeness
        || high.Amount.Rao <= 1_000_000;

    private decimal Between(decimal low, double lowHeight, decimal high, double highHeight)
    {
        double part = highHeight > lowHeight
            ? (_goal - lowHeight) / (highHeight - lowHeight)
            : 0.5;
        decimal bounded = (decimal)Math.Clamp(double.IsFinite(part) ? part : 0.5, 0.02, 0.98);
        return low + ((high - low) * bounded);
    }

    private EmissionTrial Play(decimal amount)
    {
        Trials++;
        return EmissionTrial.Play(
            plan, quiet, strategy, Tao.FromRao((ulong)amount), report, cancellation);
    }

    private static double Height(decimal share)
    {
        double part = (double)Math.Min(share, 0.999999m);
        return Math.Sqrt(part / (1 - part));
    }
}
