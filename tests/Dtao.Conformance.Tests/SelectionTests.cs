using Dtao.Testing;
using Xunit;

namespace Dtao.Conformance.Tests;

/// <summary>A run can be cut down to one array, one scenario, one case.</summary>
public class SelectionTests
{
    [Theory]
    [InlineData("adjust", "lock_cost", null, 400)]
    [InlineData("adjust", "lock_cost", 7, 1)]
    [InlineData("adjust", null, 7, 6)]
    [InlineData("network", "quiet", null, 1)]
    [InlineData("network", "scenarios", 3, 1)]
    [InlineData("adjust", "nothing", null, 0)]
    public void Only_the_selected_cases_run(string name, string? only, int? index, int cases)
    {
        string path = RepositoryRoot.Combine("vectors", $"{name}.json.gz");

        FileResult result = ConformanceRun.RunFile(new(path, name), new(only, index));

        Assert.Equal((cases, 0), (result.Passed, result.Failed));
    }
}
