using System.Collections.Immutable;
using Dtao.Lab.Networks;
using Dtao.Numerics;

namespace Dtao.Lab.Quantities;

/// <summary>The values of one group of agents: what was set, and the usual for the rest.</summary>
public sealed class Settings
{
    private readonly ImmutableArray<Parameter> _parameters;
    private readonly Dictionary<string, Spread> _values = [];

    /// <summary>The values of some parameters.</summary>
    /// <param name="parameters">Parameters there are.</param>
    /// <param name="given">Texts by name of parameter.</param>
    /// <exception cref="FormatException">An unknown name, or a value that does not fit.</exception>
    public Settings(
        ImmutableArray<Parameter> parameters, IReadOnlyDictionary<string, string> given)
    {
        _parameters = parameters;
        foreach (string name in given.Keys)
        {
            if (parameters.Any(parameter => parameter.Name == name)) continue;
            string known = string.Join(", ", parameters.Select(static parameter => parameter.Name));
            throw new FormatException($"unknown setting '{name}'; known here are {known}");
        }

        foreach (Parameter parameter in parameters)
        {
            string text = given.TryGetValue(parameter.Name, out string? value)
                ? value
                : parameter.Usual;
            _values[parameter.Name] = parameter.Parse(text);
        }
    }

    /// <summary>Name and value of every parameter, in their order.</summary>
    public IEnumerable<(Parameter Parameter, Spread Value)> All =>
        _parameters.Select(parameter => (parameter, _values[parameter.Name]));

    /// <summary>The spread of a parameter.</summary>
    public Spread this[string name] => _values[name];

    /// <summary>One agent's value, in the dimension's own unit.</summary>
    public double Draw(string name, SeededRandom random) => _values[name].Draw(random);

    /// <summary>One agent's amount of TAO.</summary>
    public Tao DrawTao(string name, SeededRandom random) => _values[name].DrawTao(random);

    /// <summary>One agent's time in blocks, at least one.</summary>
    public ulong DrawBlocks(string name, SeededRandom random) => _values[name].DrawBlocks(random);
}
