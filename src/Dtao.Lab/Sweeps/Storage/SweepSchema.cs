using Dapper;
using Microsoft.Data.Sqlite;

namespace Dtao.Lab.Sweeps.Storage;

/// <summary>The tables of a sweep's store.</summary>
/// <remarks>Source: docs/lab/sweeps.md#store.</remarks>
internal static class SweepSchema
{
    /// <summary>
    /// Values are decimal text, exact to the last digit; the view <c>results</c> has numbers.
    /// </summary>
    public const string Tables = """
        CREATE TABLE sweep (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE measures (
            number INTEGER PRIMARY KEY, name TEXT NOT NULL, unit TEXT NOT NULL,
            help TEXT NOT NULL);
        CREATE TABLE settings (
            point INTEGER NOT NULL, path TEXT NOT NULL, value TEXT NOT NULL,
            PRIMARY KEY (point, path)) WITHOUT ROWID;
        CREATE TABLE plan (
            run INTEGER PRIMARY KEY, point INTEGER NOT NULL, seed TEXT NOT NULL);
        CREATE TABLE runs (number INTEGER PRIMARY KEY, state_hash TEXT, error TEXT);
        CREATE TABLE findings (
            run INTEGER NOT NULL, measure INTEGER NOT NULL, value TEXT,
            PRIMARY KEY (run, measure)) WITHOUT ROWID;
        CREATE VIEW results AS
            SELECT plan.run, plan.point, plan.seed, measures.name AS measure, measures.unit,
                CAST(findings.value AS REAL) AS value
            FROM findings
            JOIN plan ON plan.run = findings.run
            JOIN measures ON measures.number = findings.measure;
        """;

    /// <summary>Writes what a store says about its sweep.</summary>
    public static void WritePlan(
        SqliteConnection connection, SqliteTransaction transaction, SweepPlan plan)
    {
        foreach ((string name, string value) in SweepIdentity.Of(plan.Request).Facts)
        {
            connection.Execute(
                "INSERT INTO sweep (name, value) VALUES (@name, @value)",
                new { name, value },
                transaction);
        }

        for (int number = 0; number < plan.Measures.Length; number++)
        {
            SweepMeasure measure = plan.Measures[number];
            connection.Execute(
                "INSERT INTO measures (number, name, unit, help) "
                    + "VALUES (@number, @Name, @Unit, @Help)",
                new { number, measure.Name, measure.Unit, measure.Help },
                transaction);
        }

        connection.Execute(
            "INSERT INTO settings (point, path, value) VALUES (@Number, @Path, @Value)",
            plan.Points.SelectMany(static point => point.Changes.Select(change =>
                new { point.Number, change.Path, change.Value })),
            transaction);
        connection.Execute(
            "INSERT INTO plan (run, point, seed) VALUES (@Number, @Point, @Seed)",
            Enumerable.Range(1, plan.Count).Select(number => plan[number]).Select(
                static run => new
                {
                    run.Number,
                    Point = run.Point.Number,
                    Seed = run.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture),
                }),
            transaction);
    }
}
