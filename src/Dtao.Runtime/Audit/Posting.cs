namespace Dtao.Runtime.Audit;

/// <summary>One line that a flow writes into one book.</summary>
/// <param name="Place">Place of the book in the row of subnet 0, or among the books of all.</param>
/// <param name="Stride">Places between the rows of two subnets; 0 where there is one book.</param>
/// <param name="Factor">1 to add, the largest number to subtract.</param>
internal readonly record struct Posting(int Place, int Stride, ulong Factor)
{
    /// <summary>Places of a row.</summary>
    public const int RowLength = 16;

    /// <summary>The books that exist once lie before the rows of the subnets.</summary>
    private const int FirstRow = RowLength;

    /// <summary>Adds to a book.</summary>
    public static Posting Plus(Book book) => Of(book, 1);

    /// <summary>Subtracts from a book.</summary>
    public static Posting Minus(Book book) => Of(book, ulong.MaxValue);

    /// <summary>Adds to root's book, whatever the subnet of the flow is.</summary>
    public static Posting PlusRoot(Book book) => Of(book, 1) with { Stride = 0 };

    /// <summary>Subtracts from root's book, whatever the subnet of the flow is.</summary>
    public static Posting MinusRoot(Book book) => Of(book, ulong.MaxValue) with { Stride = 0 };

    /// <summary>Place of a book of a subnet.</summary>
    public static int PlaceOf(Book book, int subnet) => book <= Book.Unheld
        ? FirstRow + (subnet * RowLength) + (int)book
        : (int)book - (int)Book.Unheld - 1;

    private static Posting Of(Book book, ulong factor) => new(
        PlaceOf(book, subnet: 0), book <= Book.Unheld ? RowLength : 0, factor);
}
