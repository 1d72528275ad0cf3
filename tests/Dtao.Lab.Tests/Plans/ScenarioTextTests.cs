using System.Text;
using Dtao.Lab.Plans;
using Xunit;

namespace Dtao.Lab.Tests.Plans;

/// <summary>Scenario files in all encodings, and what is no text at all.</summary>
public sealed class ScenarioTextTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dtao-text-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_encoding_that_says_what_it_is_can_be_read()
    {
        Assert.All(
            new Encoding[]
            {
                new UTF8Encoding(false), Encoding.UTF8, Encoding.Unicode,
                Encoding.BigEndianUnicode, Encoding.UTF32,
            },
            encoding =>
            {
                string path = PathOf("some.yaml");
                File.WriteAllText(path, "title: 鏈\n", encoding);

                Assert.Equal("title: 鏈\n", ScenarioText.Read(path));
            });
    }

    [Theory]
    [InlineData(0xE9)]
    [InlineData(0x00)]
    public void Bytes_that_are_no_text_are_named_with_their_line(byte wrong)
    {
        string path = PathOf("some.yaml");
        File.WriteAllBytes(path, [.. "scenario: a\ntitle: b"u8, wrong, .. "\n"u8]);

        IOException found = Assert.Throws<IOException>(() => ScenarioText.Read(path));

        Assert.Equal(
            $"{path}, line 2: this is no text in UTF-8; save the file in UTF-8", found.Message);
    }

    [Fact]
    public void A_file_that_never_ends_is_refused_and_not_read_into_memory()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "there is a file that never ends");

        IOException found = Assert.Throws<IOException>(() => ScenarioText.Read("/dev/zero"));

        Assert.Contains("is longer than", found.Message);
    }

    [Fact]
    public void A_folder_and_a_missing_file_are_named()
    {
        Assert.Equal(
            $"{_folder}: is a folder, not a file",
            Assert.Throws<IOException>(() => ScenarioText.Read(_folder)).Message);
        Assert.Equal(
            $"{PathOf("no.yaml")}: there is no such file",
            Assert.Throws<IOException>(() => ScenarioText.Read(PathOf("no.yaml"))).Message);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
