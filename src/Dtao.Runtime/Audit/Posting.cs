namespace Dtao.Runtime.Audit;

/// <summary>One line that a flow writes into one book.</summary>
/// <param name="Book">The book.</param>
/// <param name="Side">Added or taken away.</param>
/// <param name="Reach">Whose book it is.</param>
internal readonly record struct Posting(Book Book, PostingSide Side, PostingReach Reach)
{
    /// <summary>Adds to a book.</summary>
    public static Posting Plus(Book book) => new(book, PostingSide.Plus, Usual(book));

    /// <summary>Subtracts from a book.</summary>
    public static Posting Minus(Book book) => new(book, PostingSide.Minus, Usual(book));

    /// <summary>Adds to root's book, whatever the subnet of the flow is.</summary>
    public static Posting PlusRoot(Book book) => new(book, PostingSide.Plus, PostingReach.One);

    /// <summary>Subtracts from root's book, whatever the subnet of the flow is.</summary>
    public static Posting MinusRoot(Book book) => new(book, PostingSide.Minus, PostingReach.One);

    private static PostingReach Usual(Book book) =>
        book <= Book.Unheld ? PostingReach.EverySubnet : PostingReach.One;
}
