using Dtao.Lab.Datasets;
using Xunit;

namespace Dtao.Lab.Tests.Datasets;

public class CsvTableTests
{
    [Fact]
    public void Fields_are_found_by_the_name_of_their_column()
    {
        CsvTable table = CsvTable.Parse("a,b\n1,2\n3,4\n");

        Assert.Equal(["2", "4"], table.Rows.Select(row => table.Field(row, "b")));
    }

    [Theory]
    [InlineData("a,b\n\"x, y\",2", "x, y")]
    [InlineData("a,b\n\"say \"\"so\"\"\",2", "say \"so\"")]
    [InlineData("a,b\n,2\n", "")]
    [InlineData("a,b\n\"\",2\n", "")]
    [InlineData("a,b\n\"two\nlines\",2\n", "two\nlines")]
    public void Quotes_keep_commas_quotes_and_line_feeds(string text, string expected)
    {
        CsvTable table = CsvTable.Parse(text);

        Assert.Equal(expected, table.Field(table.Rows[0], "a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b\n1\n")]
    [InlineData("a,b\n1,2,3\n")]
    public void A_table_without_header_or_with_ragged_rows_is_refused(string text)
    {
        Assert.Throws<FormatException>(() => CsvTable.Parse(text));
    }
}
