namespace Dtao.Lab.Runs;

/// <summary>Who acts in a run.</summary>
public enum Actors
{
    /// <summary>Validators and agents, each by its own will.</summary>
    Live,

    /// <summary>The same, and their calls are kept.</summary>
    Recorded,

    /// <summary>Nobody: the kept calls of another run are made again.</summary>
    FromLog,
}
