namespace Dtao.Lab.Runs;

/// <summary>Whether a run's books are checked; it changes no figure of the run itself.</summary>
public enum Auditing
{
    /// <summary>After every block; a block that cannot be explained stops the run.</summary>
    EveryBlock,

    /// <summary>Not at all.</summary>
    Off,
}
