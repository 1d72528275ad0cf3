using Xunit;

namespace Dtao.Runtime.Tests;

public class PlaceholderTests
{
    [Fact]
    public void The_project_runs() => Assert.True(true);
}
