namespace Dtao.Runtime.Audit;

/// <summary>Whether a posting adds or takes away.</summary>
internal enum PostingSide
{
    /// <summary>It adds.</summary>
    Plus,

    /// <summary>It takes away.</summary>
    Minus,
}
