using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dtao.Lab.Reports;

/// <summary>The three files that every result has, by their names.</summary>
/// <remarks>Source: docs/lab/launch.md#files.</remarks>
internal static class ResultFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the file of a name.</summary>
    /// <param name="name">One of the three names.</param>
    /// <param name="stream">Receives it, in UTF-8.</param>
    /// <param name="summary">Makes the summary.</param>
    /// <param name="series">Writes the series.</param>
    /// <param name="page">Makes the page.</param>
    public static void Write(
        string name, Stream stream, Func<byte[]> summary, Action<TextWriter> series,
        Func<string> page)
    {
        using StreamWriter writer = new(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
        switch (name)
        {
            case "summary.json":
                stream.Write(summary());
                break;
            case "series.csv":
                series(writer);
                break;
            case "report.html":
                writer.Write(page());
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(name));
        }
    }

    /// <summary>A summary as JSON in UTF-8.</summary>
    /// <param name="form">Name and version of its form.</param>
    /// <param name="command">The command that makes it again.</param>
    /// <param name="write">Writes what else stands in it.</param>
    public static byte[] Summary(string form, string command, Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Layout))
        {
            writer.WriteStartObject();
            writer.WriteString("form", form);
            writer.WriteString("dtao_version", ProgramVersion.Text);
            writer.WriteString("command", command);
            write(writer);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
