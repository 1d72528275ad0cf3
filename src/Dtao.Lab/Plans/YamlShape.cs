using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Dtao.Lab.Plans;

/// <summary>Refuses YAML that no scenario needs before anything is made of it.</summary>
/// <remarks>
/// The reader of nodes calls itself for every level and compares keys by all that is in them: a
/// text of many levels, or a key that holds itself, would end the program.
/// </remarks>
internal static class YamlShape
{
    /// <summary>More levels than any scenario has.</summary>
    private const int MostLevels = 16;

    /// <summary>Reads a text to its end.</summary>
    /// <exception cref="ScenarioFileException">It has too many levels, or odd names.</exception>
    /// <exception cref="YamlException">It is no YAML.</exception>
    public static void Check(string file, string text)
    {
        using StringReader reader = new(text);
        Parser parser = new(reader);
        Stack<Level> levels = new();
        while (parser.MoveNext())
        {
            ParsingEvent at = parser.Current!;
            if (at is MappingEnd or SequenceEnd) levels.Pop();
            else if (at is NodeEvent) Step(file, at, levels);
        }
    }

    private static void Step(string file, ParsingEvent at, Stack<Level> levels)
    {
        if (levels.TryPop(out Level above))
        {
            if (above.IsName && at is not Scalar)
            {
                throw YamlOrigins.Wrong(
                    file, at.Start, "a name is one word or line of text, not a list or an alias");
            }

            levels.Push(above.Next);
        }

        if (at is not (MappingStart or SequenceStart)) return;
        levels.Push(new(IsMapping: at is MappingStart, IsName: at is MappingStart));
        if (levels.Count <= MostLevels) return;
        throw YamlOrigins.Wrong(
            file, at.Start, $"more than {MostLevels} lists or mappings within each other");
    }

    /// <summary>A list or mapping that is not at its end.</summary>
    /// <param name="IsMapping">It is a mapping: names and values take turns.</param>
    /// <param name="IsName">A name comes next.</param>
    private readonly record struct Level(bool IsMapping, bool IsName)
    {
        public Level Next => this with { IsName = IsMapping && !IsName };
    }
}
