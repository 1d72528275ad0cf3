using System.Text.Json;
using Dtao.Lab.Plans;
using Dtao.Lab.Reports;
using Dtao.Lab.Scenarios;
using Dtao.Runtime;

namespace Dtao.Lab.Sweeps.Storage;

/// <summary>What a store must agree with so that its results may be continued.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="Build">Build of the program: results of two builds are not mixed.</param>
/// <param name="Basis">Texts of the program's own scenarios that the file is like.</param>
/// <param name="Request">What was asked for.</param>
public sealed record SweepIdentity(
    string Version, string Build, string Basis, SweepRequest Request)
{
    private const string Form = "dtao-sweep/1";

    private static string OwnBuild { get; } = string.Join(
        '+',
        new[] { typeof(SweepIdentity), typeof(Chain) }.Select(static type =>
            type.Module.ModuleVersionId.ToString("N")[..12]));

    /// <summary>The identity as rows of a table.</summary>
    internal IEnumerable<(string Name, string Value)> Facts =>
    [
        ("basis", Basis),
        ("build", Build),
        ("command", Request.Command),
        ("form", Form),
        ("request", JsonSerializer.Serialize(Request)),
        ("version", Version),
    ];

    /// <summary>The identity of a request that this program would carry out.</summary>
    public static SweepIdentity Of(SweepRequest request) => new(
        ProgramVersion.Text,
        OwnBuild,
        string.Concat(ScenarioYaml.BasesOf(request.Text).Select(ScenarioCatalog.TextOf)),
        request);

    /// <summary>Reads what a store says.</summary>
    /// <exception cref="FormatException">It is no store of a sweep.</exception>
    internal static SweepIdentity From(IReadOnlyDictionary<string, string> facts)
    {
        if (facts.GetValueOrDefault("form") is not Form)
        {
            throw new FormatException($"the store is of another form than {Form}");
        }

        return new(
            FactOf(facts, "version"),
            FactOf(facts, "build"),
            FactOf(facts, "basis"),
            RequestOf(FactOf(facts, "request")));
    }

    private static string FactOf(IReadOnlyDictionary<string, string> facts, string name) =>
        facts.GetValueOrDefault(name)
            ?? throw new FormatException($"the store is damaged: it does not say its {name}");

    private static SweepRequest RequestOf(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<SweepRequest>(text)
                ?? throw new FormatException("the store has no request");
        }
        catch (JsonException problem)
        {
            throw new FormatException("the store is damaged: its request is no request", problem);
        }
    }

    /// <summary>What is different in another identity, in words; null for nothing.</summary>
    public string? DifferenceTo(SweepIdentity other)
    {
        if (Version != other.Version) return $"version {Version} and not {other.Version}";
        if (Build != other.Build) return $"another build of version {Version}";
        if (Request.Scenario != other.Request.Scenario) return $"'{Request.Scenario}'";
        if (Basis != other.Basis || Request.Text != other.Request.Text)
        {
            return "another text of the scenario";
        }

        return JsonSerializer.Serialize(Request) == JsonSerializer.Serialize(other.Request)
            ? null
            : $"another plan ({Request.Command})";
    }
}
