using System.Collections.Immutable;
using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Dtao.Lab.Sweeps.Storage;

/// <summary>The results of a sweep in a SQLite file, kept run by run.</summary>
/// <remarks>
/// While runs are missing, the file has a log of writes (WAL) and one transaction for each run, so
/// that a killed program loses nothing that was finished. A complete store is written anew in the
/// order of the plan. Source: docs/lab/sweeps.md#store.
/// </remarks>
public sealed class SweepStore : IDisposable
{
    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly Lock _lock = new();

    private SweepStore(string path, SqliteConnection connection)
    {
        _path = path;
        _connection = connection;
    }

    /// <summary>Creates the store of a plan; it appears in one piece.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Create(string path, SweepPlan plan) =>
        Write(path, plan, []);

    /// <summary>Writes a store with results, in one piece and in the order of the plan.</summary>
    /// <exception cref="IOException">It cannot be written; what was there is untouched.</exception>
    public static void Write(
        string path, SweepPlan plan, IReadOnlyCollection<SweepOutcome> outcomes)
    {
        string draft = path + ".new";
        File.Delete(draft);
        try
        {
            WriteDraft(draft, plan, outcomes);
        }
        catch (SqliteException problem)
        {
            File.Delete(draft);
            throw Unwritable(path, problem);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>What a store says about itself: its form, version, build and request.</summary>
    /// <exception cref="FormatException">It is no store of a sweep.</exception>
    public static SweepIdentity IdentityOf(string path)
    {
        try
        {
            using SqliteConnection connection = Connect(path, SqliteOpenMode.ReadWrite);
            Dictionary<string, string> facts = connection
                .Query<(string Name, string Value)>("SELECT name, value FROM sweep")
                .ToDictionary(static row => row.Name, static row => row.Value);
            return SweepIdentity.From(facts);
        }
        catch (SqliteException problem)
        {
            throw new FormatException($"'{path}' is no store of a sweep", problem);
        }
    }

    /// <summary>Opens a store to add results.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static SweepStore Open(string path)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = Connect(path, SqliteOpenMode.ReadWrite);
            connection.Execute("PRAGMA journal_mode = WAL");
            connection.Execute("PRAGMA synchronous = FULL");
            return new(path, connection);
        }
        catch (SqliteException problem)
        {
            connection?.Dispose();
            throw Unwritable(path, problem);
        }
    }

    /// <summary>All results, in the order of the plan.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ImmutableArray<SweepOutcome> Read(string path, SweepPlan plan)
    {
        try
        {
            return ReadRows(path, plan);
        }
        catch (SqliteException problem)
        {
            throw new IOException(
                $"'{path}' cannot be read ({problem.Message.TrimEnd('.')})", problem);
        }
    }

    /// <summary>Adds the result of one run; it is safe once this returns.</summary>
    /// <exception cref="IOException">It cannot be written; earlier results stay.</exception>
    public void Add(SweepOutcome outcome)
    {
        lock (_lock)
        {
            try
            {
                using SqliteTransaction transaction = _connection.BeginTransaction();
                Insert(_connection, transaction, outcome);
                transaction.Commit();
            }
            catch (SqliteException problem)
            {
                throw Unwritable(_path, problem);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static ImmutableArray<SweepOutcome> ReadRows(string path, SweepPlan plan)
    {
        using SqliteConnection connection = Connect(path, SqliteOpenMode.ReadWrite);
        ILookup<long, (long Run, long Measure, string? Value)> findings = connection
            .Query<(long Run, long Measure, string? Value)>(
                "SELECT run, measure, value FROM findings ORDER BY run, measure")
            .ToLookup(static row => row.Run);
        return
        [
            .. connection
                .Query<(long Number, string? StateHash, string? Error)>(
                    "SELECT number, state_hash, error FROM runs ORDER BY number")
                .Where(row => row.Number <= plan.Count)
                .Select(row => new SweepOutcome(
                    (int)row.Number,
                    row.StateHash,
                    [.. findings[row.Number].Select(static one => NumberOf(one.Value))],
                    row.Error)),
        ];
    }

    private static void WriteDraft(
        string draft, SweepPlan plan, IReadOnlyCollection<SweepOutcome> outcomes)
    {
        using SqliteConnection connection = Connect(draft, SqliteOpenMode.ReadWriteCreate);
        connection.Execute("PRAGMA journal_mode = DELETE");
        using SqliteTransaction transaction = connection.BeginTransaction();
        connection.Execute(SweepSchema.Tables, transaction: transaction);
        SweepSchema.WritePlan(connection, transaction, plan);
        foreach (SweepOutcome outcome in outcomes.OrderBy(static one => one.Number))
        {
            Insert(connection, transaction, outcome);
        }

        transaction.Commit();
    }

    private static IOException Unwritable(string path, SqliteException problem) =>
        new($"'{path}' cannot be written ({problem.Message.TrimEnd('.')})", problem);

    private static void Insert(
        SqliteConnection connection, SqliteTransaction transaction, SweepOutcome outcome)
    {
        connection.Execute(
            "INSERT INTO runs (number, state_hash, error) VALUES (@Number, @StateHash, @Error)",
            new { outcome.Number, outcome.StateHash, outcome.Error },
            transaction);
        for (int measure = 0; measure < outcome.Values.Length; measure++)
        {
            connection.Execute(
                "INSERT INTO findings (run, measure, value) VALUES (@Run, @Measure, @Value)",
                new
                {
                    Run = outcome.Number,
                    Measure = measure,
                    Value = outcome.Values[measure]?.ToString(CultureInfo.InvariantCulture),
                },
                transaction);
        }
    }

    private static decimal? NumberOf(string? text) => text is null
        ? null
        : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        SqliteConnectionStringBuilder settings = new()
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
        };
        SqliteConnection connection = new(settings.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
