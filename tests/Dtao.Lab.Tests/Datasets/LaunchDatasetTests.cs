using System.Text;
using Dtao.Lab.Datasets;
using Dtao.Numerics;
using Dtao.Runtime.Subnets;
using Xunit;

namespace Dtao.Lab.Tests.Datasets;

public class LaunchDatasetTests
{
    private static readonly LaunchDataset Dataset = LaunchDataset.Instance;

    [Fact]
    public void There_are_64_subnets_in_the_order_of_their_numbers()
    {
        Assert.Equal(
            Enumerable.Range(1, 64),
            Dataset.Subnets.Select(static subnet => (int)subnet.NetUid.Value));
    }

    [Fact]
    public void Symbols_are_those_that_the_chain_gives()
    {
        Assert.All(Dataset.Subnets, static subnet => Assert.Equal(
            Encoding.UTF8.GetString(TokenSymbols.Of(subnet.NetUid)), subnet.Symbol));
    }

    [Fact]
    public void First_moving_prices_add_up_to_one_within_their_rounding()
    {
        long sum = Dataset.Subnets.Sum(static subnet => (long)subnet.Emission.Rao);

        Assert.InRange(sum, 1_000_000_000 - 64, 1_000_000_000 + 64);
    }

    [Fact]
    public void Statuses_are_counted_as_they_are_stated()
    {
        Assert.Equal(34, CountEmissions(ValueStatus.Inferred));
        Assert.Equal(30, CountEmissions(ValueStatus.Synthesized));
        Assert.Equal(53, CountRegistrations(ValueStatus.Real));
        Assert.Equal(11, CountRegistrations(ValueStatus.Synthesized));
    }

    [Fact]
    public void A_subnet_was_registered_before_the_launch()
    {
        Assert.All(
            Dataset.Subnets,
            static subnet => Assert.InRange(
                subnet.RegisteredAt.Value, 1UL, Dataset.LaunchBlock.Value));
    }

    [Fact]
    public void Names_with_a_comma_are_whole()
    {
        Assert.Equal("Yuma, a DCG Company", Dataset.Validators[3].Name);
    }

    [Fact]
    public void Listed_validators_leave_200_tao_of_the_root_stake()
    {
        Tao listed = Dataset.Validators.Aggregate(
            Tao.Zero, static (sum, validator) => sum + validator.RootStake);

        Assert.Equal(11, Dataset.Validators.Length);
        Assert.Equal(Tao.Whole(200), Dataset.RootStake - listed);
    }

    [Fact]
    public void Rates_are_the_nearest_that_the_chain_can_keep()
    {
        Assert.Equal(
            [12_885, 1_288_490],
            Dataset.MovingRates.Select(static rate => (int)rate.Rate.Bits));
    }

    private static int CountEmissions(ValueStatus status) =>
        Dataset.Subnets.Count(subnet => subnet.EmissionStatus == status);

    private static int CountRegistrations(ValueStatus status) =>
        Dataset.Subnets.Count(subnet => subnet.RegistrationStatus == status);
}
