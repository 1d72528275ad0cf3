using Dtao.Numerics;

namespace Dtao.Lab.Attacks;

/// <summary>Finds the least amount with which a strategy reaches a share of emission.</summary>
/// <remarks>
/// The root of the odds s/(1−s) is nearly linear in the amount where emission follows prices of
/// constant-product pools, the odds themselves where it follows flows; false position on it needs
/// few trials. The outcome is always a trial
/// that reaches the goal. Plain arithmetic and roots only: equal bits on every machine.
/// </remarks>
internal sealed class EmissionSearch(
    AttackPlan plan, QuietNetwork quiet, AttackStrategy strategy, Action<ulong>? report,
    CancellationToken cancellation)
{
    private const int MostTrials = 14;
    private const double Hope = 0.1;
    private const decimal Closeness = 0.005m;
    private const decimal ShareCloseness = 0.005m;

    private double Goal => Height(plan.Goal.Part * (1 + (ShareCloseness / 2)));

    /// <summary>Trials that were played.</summary>
    public int Trials { get; private set; }

    /// <summary>The cheapest trial that reaches the goal, or null when the budget does not.
    /// </summary>
    /// <param name="best">That trial, or the one that comes nearest.</param>
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
                if (side > 0) lowHeight = Goal - ((Goal - lowHeight) / 2);
                side = 1;
                continue;
            }

            low = trial.Amount.Rao;
            lowHeight = Height(trial.Share);
            if (side < 0) highHeight = Goal + ((highHeight - Goal) / 2);
            side = -1;
        }

        return best = high;
    }

    /// <summary>Grows the amount until the goal is reached or the budget is used.</summary>
    private EmissionTrial? Bracket(
        ref decimal low, ref double lowHeight, out EmissionTrial best)
    {
        decimal amount = Math.Min(FirstGuess(), plan.Budget.Rao);
        EmissionTrial? nearest = null;
        while (true)
        {
            EmissionTrial trial = Play(amount);
            if (nearest is null || trial.Share > nearest.Share) nearest = trial;
            best = nearest;
            if (trial.Share >= plan.Goal.Part) return trial;
            if (amount >= plan.Budget.Rao) return null;
            double height = Height(trial.Share);
            double factor = height > lowHeight
                ? (double)low + ((Goal - lowHeight) * ((double)(amount - low))
                    / (height - lowHeight))
                : double.MaxValue;
            bool isHopeless = Trials > 1 && height - lowHeight < Hope * (Goal - lowHeight);
            low = amount;
            lowHeight = height;
            if (isHopeless)
            {
                // More hardly helps: the whole budget tells whether any amount would.
                amount = plan.Budget.Rao;
                continue;
            }

            decimal wanted = factor < (double)(amount * 4) ? (decimal)factor * 1.01m : amount * 4;
            amount = Math.Min(Math.Max(wanted, amount * 1.3m), plan.Budget.Rao);
        }
    }

    /// <summary>What moves the price so that the odds are those of the goal. Unit: rao.</summary>
    private decimal FirstGuess()
    {
        if (plan.GoesByFlows && plan.Inflow != Tao.Zero)
        {
            // Flows are compared with flows: those of others until the end, or since then.
            double others = plan.Inflow.Rao * ((double)plan.Horizon.Blocks / AttackClock.Day);
            return (decimal)Math.Max(others * Goal, 10_000_000);
        }

        double pool = quiet.End.Pools.TaoReserve(plan.Subnet).Rao;
        double now = Math.Max(Height(quiet.Share), 0.001);
        double guess = pool * ((Goal / now) - 1);
        return Math.Max((decimal)Math.Min(guess, 1e18), 10_000_000);
    }

    private bool IsClose(decimal low, EmissionTrial high) =>
        high.Share <= plan.Goal.Part * (1 + ShareCloseness)
        || high.Amount.Rao - low <= high.Amount.Rao * Closeness
        || high.Amount.Rao <= 1_000_000;

    private decimal Between(decimal low, double lowHeight, decimal high, double highHeight)
    {
        double part = highHeight > lowHeight
            ? (Goal - lowHeight) / (highHeight - lowHeight)
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

    /// <summary>What is nearly linear in the amount: the odds by flows, their root by prices.
    /// </summary>
    private double Height(decimal share)
    {
        double part = (double)Math.Min(share, 0.999999m);
        double odds = part / (1 - part);
        return plan.GoesByFlows ? odds : Math.Sqrt(odds);
    }
}
