using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Dtao.Tidy.Tests;

/// <summary>Which project may know which, and how packages are pinned.</summary>
public class ProjectTests
{
    private static readonly Dictionary<string, string[]> AllowedProjects = new()
    {
        ["Dtao.Numerics"] = [],
        ["Dtao.Crypto"] = [],
        ["Dtao.Codec"] = ["Dtao.Numerics", "Dtao.Crypto"],
        ["Dtao.Runtime"] = ["Dtao.Numerics", "Dtao.Crypto", "Dtao.Codec"],
        ["Dtao.Lab"] = ["Dtao.Numerics", "Dtao.Crypto", "Dtao.Codec", "Dtao.Runtime"],
        ["Dtao.Conformance"] = ["Dtao.Numerics", "Dtao.Crypto", "Dtao.Codec", "Dtao.Runtime"],
        ["Dtao.Fuzz"] = ["Dtao.Numerics", "Dtao.Crypto", "Dtao.Codec", "Dtao.Runtime"],
        ["Dtao.Cli"] = ["Dtao.Conformance", "Dtao.Fuzz", "Dtao.Lab", "Dtao.Runtime"],
    };

    // A package is a roommate: each one here has a decision record.
    private static readonly Dictionary<string, string[]> AllowedPackages = new()
    {
        ["Dtao.Numerics"] = ["Microsoft.CodeAnalysis.BannedApiAnalyzers"],
        ["Dtao.Crypto"] = ["BouncyCastle.Cryptography", "System.IO.Hashing"],
        ["Dtao.Codec"] = [],
        ["Dtao.Runtime"] = ["Microsoft.CodeAnalysis.BannedApiAnalyzers"],
        ["Dtao.Lab"] = ["Dapper", "Microsoft.Data.Sqlite", "YamlDotNet"],
        ["Dtao.Conformance"] = [],
        ["Dtao.Fuzz"] = [],
        ["Dtao.Cli"] = ["Spectre.Console", "System.CommandLine"],
    };

    [Fact]
    public void Projects_reference_only_what_their_place_allows() =>
        Findings.AreNone(Repository.Projects
            .Where(static path => path.StartsWith("src/"))
            .SelectMany(static path => References(path, "ProjectReference")
                .Select(static include => Path.GetFileNameWithoutExtension(include))
                .Except(AllowedProjects.GetValueOrDefault(NameOf(path), []))
                .Select(name => $"{path} may not reference {name}")));

    [Fact]
    public void Projects_use_only_packages_that_were_decided_on() =>
        Findings.AreNone(Repository.Projects
            .Where(static path => path.StartsWith("src/"))
            .SelectMany(static path => References(path, "PackageReference")
                .Except(AllowedPackages.GetValueOrDefault(NameOf(path), []))
                .Select(name => $"{path} may not use the package {name}")));

    [Fact]
    public void Every_project_of_the_source_has_its_rules()
    {
        IEnumerable<string> sources = Repository.Projects
            .Where(static path => path.StartsWith("src/"))
            .Select(NameOf);

        Assert.Equal(sources.Order(), AllowedProjects.Keys.Order());
        Assert.Equal(AllowedProjects.Keys.Order(), AllowedPackages.Keys.Order());
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        IEnumerable<string> listed = XDocument.Load(Repository.At("Dtao.slnx"))
            .Descendants("Project")
            .Select(static item => item.Attribute("Path")!.Value);

        Assert.Equal(Repository.Projects.Order(), listed.Order());
    }

    [Fact]
    public void Every_project_has_a_lock_file() =>
        Findings.AreNone(Repository.Projects
            .Select(static path => $"{Path.GetDirectoryName(path)}/packages.lock.json")
            .Where(static path => !Repository.Exists(path))
            .Select(static path => $"{path} is missing"));

    [Fact]
    public void Package_versions_are_exact_and_stand_in_one_file()
    {
        IEnumerable<string> ranges = XDocument.Load(Repository.At("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Where(static item => !item.Attribute("Version")!.Value.StartsWith('['))
            .Select(static item => $"{item.Attribute("Include")!.Value} is not pinned by [ ]");
        IEnumerable<string> own = Repository.Projects
            .Where(static path => XDocument.Load(Repository.At(path))
                .Descendants("PackageReference")
                .Any(static item => item.Attribute("Version") is not null))
            .Select(static path => $"{path} names a version of its own");

        Findings.AreNone(ranges.Concat(own));
    }

    [Fact]
    public void Every_pinned_package_is_used() =>
        Findings.AreNone(XDocument.Load(Repository.At("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(static item => item.Attribute("Include")!.Value)
            .Except(Repository.Projects.SelectMany(static path =>
                References(path, "PackageReference")))
            .Select(static name => $"Directory.Packages.props: {name} is used by no project"));

    [Fact]
    public void Packages_of_the_pages_are_exact_and_name_no_registry()
    {
        string folder = "src/Dtao.Lab/Reports/Page";
        using JsonDocument package = JsonDocument.Parse(Repository.Read($"{folder}/package.json"));
        string[] kinds = ["dependencies", "devDependencies"];
        IEnumerable<string> ranges = kinds
            .SelectMany(kind => package.RootElement.GetProperty(kind).EnumerateObject())
            .Where(static item => !Version.TryParse(item.Value.GetString(), out _))
            .Select(static item => $"{item.Name} is not pinned");
        string locked = Repository.Read($"{folder}/package-lock.json");

        Findings.AreNone(ranges);
        Assert.Contains("\"integrity\": \"sha512-", locked, StringComparison.Ordinal);
        Assert.DoesNotContain("resolved", locked, StringComparison.Ordinal);
        Assert.DoesNotContain("://", locked, StringComparison.Ordinal);
    }

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

    private static IEnumerable<string> References(string path, string kind) =>
        XDocument.Load(Repository.At(path))
            .Descendants(kind)
            .Select(static item => item.Attribute("Include")!.Value);
}
