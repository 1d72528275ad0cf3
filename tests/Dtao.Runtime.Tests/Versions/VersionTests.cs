using System.Reflection;
using Dtao.Runtime.Spec;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Versions;

/// <summary>Which version has which feature.</summary>
public class VersionTests
{
    [Fact]
    public void Features_of_all_versions_are_those_that_were_agreed()
    {
        List<string> lines = [];
        IEnumerable<PropertyInfo> features = typeof(RuntimeSpec).GetProperties()
            .OrderBy(static item => item.Name, StringComparer.Ordinal);
        foreach (PropertyInfo feature in features)
        {
            if (feature.Name == "EqualityContract") continue;
            IEnumerable<string> values = Specs.All.Select(spec => $"{feature.GetValue(spec)}");
            lines.Add($"{feature.Name}: {string.Join(" | ", values)}");
        }

        Golden.Matches(
            "tests/Dtao.Runtime.Tests/Versions/versions.golden.txt",
            string.Join('\n', lines) + "\n");
    }

    [Fact]
    public void A_version_is_found_by_its_number_and_no_other()
    {
        Assert.Equal([233, 234, 238, 239, 244, 245, 246], Specs.All.Select(static s => s.Version));
        Assert.All(Specs.All, static spec => Assert.Same(spec, Specs.Find(spec.Version)));
        Assert.Null(Specs.Find(235));
        Assert.Same(Specs.Find(246), Specs.Latest);
    }
}
