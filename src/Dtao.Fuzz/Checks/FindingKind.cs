namespace Dtao.Fuzz.Checks;

/// <summary>What was found to be wrong.</summary>
public enum FindingKind
{
    /// <summary>The engine threw something that no input may cause.</summary>
    Exception,

    /// <summary>A call ended otherwise than the second model says.</summary>
    Outcome,

    /// <summary>Balances, stakes or pools differ from the second model.</summary>
    Books,

    /// <summary>A sum that must hold does not.</summary>
    Sums,

    /// <summary>The auditor found a rao that no cause explains.</summary>
    Audit,

    /// <summary>A failed call left something behind.</summary>
    FailedCall,

    /// <summary>Decoding and encoding a call did not give its bytes back.</summary>
    Encoding,

    /// <summary>A copy that was loaded from storage did not go the same way.</summary>
    Determinism,

    /// <summary>The change set of a block does not lead from the old to the new state.</summary>
    ChangeSet,

    /// <summary>What a branch did was seen by its parent.</summary>
    Branch,
}
