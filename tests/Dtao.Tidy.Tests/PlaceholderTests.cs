using Xunit;

namespace Dtao.Tidy.Tests;

public class PlaceholderTests
{
    [Fact]
    public void The_project_runs() => Assert.True(true);
}
