namespace Dtao.Testing;

/// <summary>Where the repository lies, found from where the tests run.</summary>
public static class RepositoryRoot
{
    /// <summary>Full path of the folder that holds the solution.</summary>
    public static string Path { get; } = Find();

    /// <summary>Full path of a file or folder of the repository.</summary>
    /// <param name="parts">Folders and name, from the root.</param>
    public static string Combine(params string[] parts) =>
        System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Dtao.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no Dtao.slnx above {AppContext.BaseDirectory}");
    }
}
