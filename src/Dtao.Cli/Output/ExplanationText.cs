using System.Collections.Immutable;
using Dtao.Codec;
using Dtao.Lab.Explaining;
using Dtao.Numerics;
using Dtao.Runtime.Emission;

namespace Dtao.Cli.Output;

/// <summary>An explanation for people: stage by stage, then who got what.</summary>
internal static class ExplanationText
{
    /// <summary>Writes it.</summary>
    public static void Write(
        BlockNumber block, NetUid subnet, ImmutableArray<Stage> stages,
        IReadOnlyList<CoinbasePayment> payments, TextWriter output)
    {
        output.WriteLine($"block {block}, subnet {subnet}");
        foreach (Stage stage in stages)
        {
            output.WriteLine();
            output.WriteLine(stage.Name);
            WriteAll("from", stage.Inputs, output);
            output.WriteLine($"  how        {stage.Formula}");
            output.WriteLine($"  rounding   {stage.Rounding}");
            WriteAll("found", stage.Results, output);
            output.WriteLine($"  source     {stage.Source}");
        }

        if (payments.Count > 0) WritePayments(payments, output);
    }

    /// <summary>Writes what the block did to the stakes of the account asked for.</summary>
    public static void Write(ImmutableArray<StakeChange> stakes, TextWriter output)
    {
        if (stakes.IsEmpty) return;
        output.WriteLine();
        output.WriteLine(
            "stakes of the account, before and after (10^-9 alpha; on subnet 0 rao)");
        output.WriteLine(
            "subnet  hotkey                                                     before"
            + "             after           gained");
        foreach (StakeChange stake in stakes)
        {
            Int128 gained = (Int128)stake.After.Rao - stake.Before.Rao;
            output.WriteLine(
                $"{stake.NetUid.Value,6}  {Ss58.Of(stake.Hotkey.Account),-48}"
                + $"  {stake.Before.Rao,15}  {stake.After.Rao,16}  {gained,15}");
        }
    }

    private static void WriteAll(
        string label, ImmutableArray<Quantity> quantities, TextWriter output)
    {
        foreach (Quantity quantity in quantities)
        {
            output.WriteLine(
                $"  {label,-10} {quantity.Name,-40} {quantity.Value} {quantity.Unit}");
            label = string.Empty;
        }
    }

    private static void WritePayments(
        IReadOnlyList<CoinbasePayment> payments, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(
            "who got what (incentive and takes to the owner of the hotkey; 10^-9 alpha, rao)");
        output.WriteLine(
            "   uid  hotkey                                                  incentive"
            + "         dividend        root part       alpha take  alpha to stakers"
            + "        TAO take  TAO to stakers");
        foreach (CoinbasePayment paid in payments)
        {
            string uid = paid.Uid is { } own ? $"{own}" : "-";
            output.WriteLine(
                $"{uid,6}  {Ss58.Of(paid.Hotkey.Account),-48}  {paid.Incentive.Rao,15}"
                + $"  {paid.Dividend.Floor().Rao,15}  {paid.RootPart.Floor().Rao,15}"
                + $"  {paid.AlphaTake.Rao,15}  {paid.AlphaToStakers.Rao,16}"
                + $"  {paid.TaoTake.Rao,14}  {paid.TaoToStakers.Rao,14}");
        }
    }
}
