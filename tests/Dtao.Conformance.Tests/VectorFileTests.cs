using Dtao.Runtime.Emission.Rules;
using Dtao.Testing;
using Xunit;

namespace Dtao.Conformance.Tests;

/// <summary>Every case of every vector file of the repository.</summary>
public class VectorFileTests
{
    public static TheoryData<string> Files() =>
        [.. VectorFinder.Find([RepositoryRoot.Combine("vectors")], [])
            .Select(static source => source.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_engine_gives_what_the_real_chain_gave(string name)
    {
        string path = RepositoryRoot.Combine("vectors", $"{name}.json.gz");

        FileResult result = ConformanceRun.RunFile(new(path, name), Selection.All);

        Assert.Null(result.Problem);
        Assert.Null(result.First?.ToString());
        Assert.NotEqual(0, result.Passed);
    }

    [Fact]
    public void All_formats_and_versions_are_there()
    {
        FileResult[] results = [.. Files()
            .Select(static row => row.Data)
            .Where(static name => !name.StartsWith("rules/", StringComparison.Ordinal))
            .Select(Header)];

        Assert.Equal(
            ["adjust", "chain", "coinbase", "emission_curve", "epoch", "epoch_trace", "fixed",
                "math", "migration", "network", "ops", "pool", "prune", "share_pool", "stake"],
            results.Select(static result => result.Format).Distinct().Order());
        Assert.Equal(
            [233, 234, 238, 239, 244, 245, 246],
            results.Select(static result => result.Version).Distinct().Order());
    }

    [Fact]
    public void Every_exact_rule_has_its_file()
    {
        FileResult[] results = [.. Files()
            .Select(static row => row.Data)
            .Where(static name => name.StartsWith("rules/", StringComparison.Ordinal))
            .Select(Header)];

        Assert.Equal(14, results.Length);
        Assert.Equal(
            EmissionRules.All
                .Where(static rule => rule.Fidelity == RuleFidelity.Exact)
                .Select(static rule => rule.Name.Split('@', ' ')[1])
                .Append("0")
                .Distinct()
                .Order(),
            results.Select(static result => $"{result.Version}").Distinct().Order());
    }

    private static FileResult Header(string name) => ConformanceRun.RunFile(
        new(RepositoryRoot.Combine("vectors", $"{name}.json.gz"), name), new("no such array"));
}
