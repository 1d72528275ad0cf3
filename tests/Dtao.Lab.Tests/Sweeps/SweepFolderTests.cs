using System.Collections.Immutable;
using Dapper;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Scenarios;
using Dtao.Lab.Sweeps;
using Dtao.Lab.Sweeps.Files;
using Dtao.Lab.Sweeps.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Dtao.Lab.Tests.Sweeps;

public sealed class SweepFolderTests : IDisposable
{
    private static readonly SweepRequest Small = new()
    {
        Scenario = "sn28",
        Text = ScenarioCatalog.TextOf("sn28")!,
        // A million TAO for each of 150 agents is more than there is: these runs fail.
        Variations = ["values.capital=1000..1000000 TAO in 2 steps"],
        Seeds = "1..2",
        Design = "grid",
        Days = "0.01",
    };

    private readonly string _root = Directory.CreateTempSubdirectory("dtao-sweep-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_failed_run_is_a_row_with_its_error_and_the_others_go_on()
    {
        Finish("all", threads: 2);

        string[] rows = File.ReadAllLines(At("all", "sweep.csv"));
        Assert.StartsWith(
            "run,point,seed,values.capital [TAO],", rows[0], StringComparison.Ordinal);
        Assert.EndsWith(",state_hash,error", rows[0], StringComparison.Ordinal);
        Assert.Equal(5, rows.Length);
        Assert.All(rows[1..3], static row => Assert.EndsWith(",", row, StringComparison.Ordinal));
        Assert.All(rows[3..], static row => Assert.Contains(
            "TAO cannot be given to agent ", row, StringComparison.Ordinal));
    }

    [Fact]
    public void Threads_and_stops_on_the_way_change_no_byte()
    {
        Finish("at once", threads: 2);
        SweepPlan plan = SweepPlan.Of(Small);
        using (SweepFolder folder = SweepFolder.Open(At("in parts"), plan))
        {
            using SweepStore store = folder.OpenStore();
            using CancellationTokenSource enough = new();
            new SweepRunner(plan, [], outcome =>
            {
                store.Add(outcome);
                enough.Cancel();
            }).Run(1, static _ => { }, enough.Token, CancellationToken.None);
        }

        using (SweepFolder folder = SweepFolder.Open(At("in parts"), plan))
        {
            Assert.Equal([1], folder.Read().Select(static outcome => outcome.Number));
        }

        Finish("in parts", threads: 1);

        string[] files = [.. Directory.GetFiles(At("at once")).Select(Path.GetFileName).Order()!];
        Assert.Equal(["bands.csv", "report.html", "summary.json", "sweep.csv", "sweep.db"], files);
        Assert.All(files, file => Assert.Equal(
            File.ReadAllBytes(At("at once", file)), File.ReadAllBytes(At("in parts", file))));
    }

    [Theory]
    [InlineData("another plan")]
    [InlineData("another text of the scenario")]
    [InlineData("results of 'sn28'")]
    public void Results_of_something_else_are_refused(string named)
    {
        SweepFolder.Open(At("it"), SweepPlan.Of(Small)).Dispose();
        SweepRequest other = named switch
        {
            "another plan" => Small with { Seeds = "1..3" },
            "another text of the scenario" => Small with { Text = Small.Text + "# changed\n" },
            _ => Small with
            {
                Scenario = "sn28-no-intervention",
                Text = ScenarioCatalog.TextOf("sn28-no-intervention")!,
            },
        };

        IOException refused = Assert.Throws<IOException>(
            () => SweepFolder.Open(At("it"), SweepPlan.Of(other)));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_of_another_version_is_refused()
    {
        SweepIdentity own = SweepIdentity.Of(Small);

        Assert.Null(own.DifferenceTo(SweepIdentity.Of(Small)));
        Assert.Equal(
            $"version 0.0.9 and not {own.Version}",
            (own with { Version = "0.0.9" }).DifferenceTo(own));
        Assert.Contains(
            "another build",
            (own with { Build = "b" }).DifferenceTo(own),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_for_one_program_at_a_time()
    {
        SweepPlan plan = SweepPlan.Of(Small);
        using SweepFolder held = SweepFolder.Open(At("it"), plan);

        IOException refused = Assert.Throws<IOException>(() => SweepFolder.Open(At("it"), plan));

        Assert.Contains("another sweep is writing", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_something_else_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(At("letters"));
        File.WriteAllText(At("letters", "letter.txt"), "dear");

        IOException refused = Assert.Throws<IOException>(
            () => SweepFolder.Open(At("letters"), SweepPlan.Of(Small)));

        Assert.Contains("'letter.txt'", refused.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(At("letters")));
    }

    [Fact]
    public void A_file_that_is_no_store_is_named()
    {
        Directory.CreateDirectory(At("it"));
        File.WriteAllText(At("it", "sweep.db"), "no database, but long enough to be read as one");

        IOException refused = Assert.Throws<IOException>(() => SweepFolder.RequestIn(At("it")));

        Assert.Contains("is no store of a sweep", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_somebody_was_killed_in_making_is_made_anew()
    {
        Directory.CreateDirectory(At("it"));
        File.WriteAllText(At("it", "sweep.db.new"), "half");
        File.WriteAllText(At("it", "sweep.db.new-journal"), "half");

        using SweepFolder folder = SweepFolder.Open(At("it"), SweepPlan.Of(Small));

        Assert.Empty(folder.Read());
    }

    [Theory]
    [InlineData("UPDATE findings SET value = 'much'", "is damaged")]
    [InlineData("UPDATE findings SET value = '1e99'", "is damaged")]
    [InlineData("DELETE FROM findings WHERE run = 1 AND measure = 1", "is damaged (run 1 has ")]
    [InlineData("DELETE FROM runs WHERE number = 1", "values of a run 1 that it does not have")]
    [InlineData("INSERT INTO runs VALUES (9, 'ab', 'failed')", "a run 9 of 4")]
    [InlineData("DROP TABLE runs", "cannot be read")]
    public void Results_that_are_damaged_are_named_and_not_used(string damage, string problem)
    {
        SweepPlan plan = SweepPlan.Of(Small);
        using SweepFolder folder = SweepFolder.Open(At("it"), plan);
        using (SweepStore store = folder.OpenStore())
        {
            store.Add(new(1, "ab", [.. plan.Measures.Select(static _ => (decimal?)1)], null));
        }

        Damage(At("it", "sweep.db"), damage);

        IOException refused = Assert.Throws<IOException>(() => folder.Read());
        Assert.StartsWith($"'{At("it", "sweep.db")}' ", refused.Message);
        Assert.Contains(problem, refused.Message);
    }

    [Theory]
    [InlineData("DELETE FROM sweep WHERE name = 'version'", "it does not say its version")]
    [InlineData("UPDATE sweep SET value = '{' WHERE name = 'request'", "is no request")]
    [InlineData("UPDATE sweep SET value = '{}' WHERE name = 'request'", "is no request")]
    [InlineData("UPDATE sweep SET value = 'dtao-sweep/9' WHERE name = 'form'", "another form")]
    public void A_store_that_does_not_say_what_it_is_is_named(string damage, string problem)
    {
        SweepFolder.Open(At("it"), SweepPlan.Of(Small)).Dispose();

        Damage(At("it", "sweep.db"), damage);

        IOException refused = Assert.Throws<IOException>(() => SweepFolder.RequestIn(At("it")));
        Assert.StartsWith($"'{At("it", "sweep.db")}': ", refused.Message);
        Assert.Contains(problem, refused.Message);
    }

    private static void Damage(string store, string how)
    {
        using SqliteConnection connection = new($"Data Source={store};Pooling=False");
        connection.Open();
        connection.Execute(how);
    }

    private string At(params string[] parts) => Path.Combine([_root, .. parts]);

    private void Finish(string name, int threads)
    {
        SweepPlan plan = SweepPlan.Of(Small);
        using SweepFolder folder = SweepFolder.Open(At(name), plan);
        using (SweepStore store = folder.OpenStore())
        {
            bool isDone = new SweepRunner(plan, folder.Read(), store.Add)
                .Run(threads, static _ => { }, CancellationToken.None, CancellationToken.None);
            Assert.True(isDone);
        }

        ImmutableArray<SweepOutcome> outcomes = folder.Read();
        folder.Finish(outcomes, SweepFiles.Of(
            plan, new(plan, outcomes), ReportLanguage.English));
    }
}
