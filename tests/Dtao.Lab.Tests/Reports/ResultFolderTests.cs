using System.Text;
using Dtao.Lab.Reports;
using Xunit;

namespace Dtao.Lab.Tests.Reports;

public sealed class ResultFolderTests : IDisposable
{
    private readonly string _root =
        Directory.CreateTempSubdirectory("dtao-results-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_result_appears_whole_in_a_new_folder()
    {
        string place = Path.Combine(_root, "a", "b");

        ResultFolder.Prepare(place).Write(WriteName, Cancellation);

        Assert.Equal(
            ["report.html", "series.csv", "summary.json"],
            Directory.GetFiles(place).Select(Path.GetFileName).Order());
        Assert.Equal(["b"], NamesIn(Path.Combine(_root, "a")));
    }

    [Fact]
    public void An_earlier_result_is_replaced()
    {
        string place = Path.Combine(_root, "result");
        ResultFolder.Prepare(place).Write(WriteName, Cancellation);

        ResultFolder.Prepare(place).Write(
            static (name, stream) => WriteText(stream, SummaryJson.FormFamily + " again " + name),
            Cancellation);

        string summary = File.ReadAllText(Path.Combine(place, "summary.json"));
        Assert.Contains("again", summary, StringComparison.Ordinal);
        Assert.Equal(["result"], NamesIn(_root));
    }

    [Fact]
    public void A_name_that_is_too_long_is_refused_before_anything_is_run()
    {
        string place = Path.Combine(_root, "a", new string('x', 300));

        IOException refused = Assert.Throws<IOException>(() => ResultFolder.Prepare(place));

        Assert.EndsWith(
            "': a name in it is too long); give a folder that can", refused.Message);
        Assert.Empty(NamesIn(_root));
    }

    [Fact]
    public void A_failing_write_leaves_the_earlier_result_and_nothing_else()
    {
        string place = Path.Combine(_root, "result");
        ResultFolder.Prepare(place).Write(WriteName, Cancellation);

        IOException failed = Assert.Throws<IOException>(() => ResultFolder.Prepare(place).Write(
            static (name, stream) =>
            {
                WriteText(stream, "half");
                if (name == "series.csv") throw new IOException("the disk is full");
            },
            Cancellation));

        Assert.Equal(
            $"'{place}' cannot be written (the disk is full); give a folder that can",
            failed.Message);
        Assert.Equal(["result"], NamesIn(_root));
        string summary = File.ReadAllText(Path.Combine(place, "summary.json"));
        Assert.DoesNotContain("half", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_write_leaves_nothing_not_even_folders_above()
    {
        string place = Path.Combine(_root, "a", "b", "result");
        using CancellationTokenSource interruption = new();

        Assert.Throws<OperationCanceledException>(() => ResultFolder.Prepare(place).Write(
            (_, _) => interruption.Cancel(), interruption.Token));

        Assert.Empty(NamesIn(_root));
    }

    [Fact]
    public void A_folder_with_foreign_files_is_refused_and_named()
    {
        string place = Path.Combine(_root, "photos");
        Directory.CreateDirectory(place);
        File.WriteAllText(Path.Combine(place, "cat.png"), "cat");

        IOException problem = Assert.Throws<IOException>(() => ResultFolder.Prepare(place));

        Assert.Contains("cat.png", problem.Message, StringComparison.Ordinal);
        Assert.Equal(["cat.png"], NamesIn(place));
    }

    [Fact]
    public void Files_of_the_same_names_that_are_no_result_are_refused()
    {
        string place = Path.Combine(_root, "mine");
        Directory.CreateDirectory(place);
        File.WriteAllText(Path.Combine(place, "summary.json"), "{ \"mine\": true }\n");

        Assert.Throws<IOException>(() => ResultFolder.Prepare(place));
    }

    [Fact]
    public void An_empty_folder_is_taken()
    {
        string place = Path.Combine(_root, "empty");
        Directory.CreateDirectory(place);

        ResultFolder.Prepare(place).Write(WriteName, Cancellation);

        Assert.Equal(3, NamesIn(place).Count());
    }

    [Theory]
    [InlineData("file")]
    [InlineData("file/below")]
    [InlineData("file/below/deeper")]
    public void A_file_in_the_way_is_refused(string path)
    {
        File.WriteAllText(Path.Combine(_root, "file"), "here");

        IOException problem = Assert.Throws<IOException>(
            () => ResultFolder.Prepare(Path.Combine(_root, path)));

        Assert.Contains("file", problem.Message, StringComparison.Ordinal);
        Assert.Equal(["file"], NamesIn(_root));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_folder_without_a_name_is_refused(string path)
    {
        Assert.Throws<IOException>(() => ResultFolder.Prepare(path));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IEnumerable<string?> NamesIn(string folder) =>
        Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order();

    private static void WriteName(string name, Stream stream) =>
        WriteText(stream, SummaryJson.FormFamily + "\n" + name);

    private static void WriteText(Stream stream, string text) =>
        stream.Write(Encoding.UTF8.GetBytes(text));
}
