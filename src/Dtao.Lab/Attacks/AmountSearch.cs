using Dtao.Numerics;

namespace Dtao.Lab.Attacks;

/// <summary>Finds the least amount with which a strategy reaches a share of emission.</summary>
/// <remarks>
/// The root of the odds s/(1−s) is nearly linear in the amount where emission follows prices of
/// constant-product pools, the odds themselves where it follows flows; false position on it needs
/// few trials. The outcome is always a trial
/// that reaches the goal. Plain arithmetic and roots only: equal bits on every machine.
/// </remarks>
internal sealed class AmountSearch(
    AttackPlan plan, QuietNetwork quiet, AttackStrategy strategy, AttackWork.Part work,
    CancellationToken cancellation)
{
    /// <summary>Trials that a strategy needs on the mean, for telling how long it takes.
    /// </summary>
    public const ulong UsualTrials = 5;

    private const int MostTrials = 14;
    private const double Hope = 0.1;
    private const decimal Closeness = 0.005m;
    private const decimal ShareCloseness = 0.005m;

    private double Goal => Height(plan.Goal.Part * (1 + (ShareCloseness / 2)));

    /// <summary>Trials that were played.</summary>
    public int Trials { get; private set; }

    /// <summary>The cheapest trial that reaches the goal, or the one that comes nearest.
    /// </summary>
    /// <param name="guess">An amount to start from; null for none. Unit: rao.</param>
    public EmissionTrial Find(decimal? guess)
    {
        decimal low = 0;
        double lowHeight = Height(quiet.Share);
        decimal first = Math.Min(guess ?? FirstGuess(), plan.Budget.Rao);
        EmissionTrial high = Bracket(first, ref low, ref lowHeight);
        return high.Share < plan.Goal.Part ? high : Narrow(low, lowHeight, high);
    }

    /// <summary>The cheapest trial that reaches the goal.</summary>
    /// <param name="reaching">A trial that does.</param>
    public EmissionTrial FindBelow(EmissionTrial reaching) =>
        Narrow(0, Height(quiet.Share), reaching);

    /// <summary>Plays the strategy with an amount. Unit: rao.</summary>
    public EmissionTrial Play(decimal amount)
    {
        Trials++;
        work.Need(strategy.Length);
        return EmissionTrial.Play(
            plan, quiet, strategy, Tao.FromRao((ulong)amount), work.Add, cancellation);
    }

    private EmissionTrial Narrow(decimal low, double lowHeight, EmissionTrial high)
    {
        double highHeight = Height(high.Share);
        int side = 0;
        while (Trials < MostTrials && !IsClose(low, high))
        {
            EmissionTrial trial = Play(Between(low, lowHeight, high.Amount.Rao, highHeight));
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

        return high;
    }

    /// <summary>Grows the amount until the goal is reached or the budget is used.</summary>
    private EmissionTrial Bracket(decimal amount, ref decimal low, ref double lowHeight)
    {
        EmissionTrial? nearest = null;
        while (true)
        {
            EmissionTrial trial = Play(amount);
            if (nearest is null || trial.Share > nearest.Share) nearest = trial;
            if (trial.Share >= plan.Goal.Part || amount >= plan.Budget.Rao) return nearest;
            double height = Height(trial.Share);
            double wanted = height > lowHeight
                ? (double)low + ((Goal - lowHeight) * ((double)(amount - low))
                    / (height - lowHeight))
                : double.MaxValue;
            bool isHopeless = Trials > 1 && height - lowHeight < Hope * (Goal - lowHeight);
            low = amount;
            lowHeight = height;

            // Where more hardly helps, the whole budget tells whether any amount would.
            decimal next = wanted < (double)(amount * 4) ? (decimal)wanted * 1.01m : amount * 4;
            amount = isHopeless
                ? plan.Budget.Rao
                : Math.Min(Math.Max(next, amount * 1.3m), plan.Budget.Rao);
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

    /// <summary>What is nearly linear in the amount: the odds by flows, their root by prices.
    /// </summary>
    private double Height(decimal share)
    {
        double part = (double)Math.Min(share, 0.999999m);
        double odds = part / (1 - part);
        return plan.GoesByFlows ? odds : Math.Sqrt(odds);
    }
}
