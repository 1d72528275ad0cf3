namespace Dtao.Runtime.Audit;

/// <summary>Whose book a posting writes.</summary>
internal enum PostingReach
{
    /// <summary>The book of the flow's own subnet.</summary>
    EverySubnet,

    /// <summary>The book that exists once, or root's.</summary>
    One,
}
