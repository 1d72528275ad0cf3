namespace Dtao.Runtime.State;

/// <summary>Joins the entries of a table, in an order that may not matter.</summary>
/// <remarks>Implemented by values, so that the loop over a table calls nothing.</remarks>
internal interface IFold<TKey, TValue>
{
    /// <summary>Joins one entry.</summary>
    void Add(in TKey key, in TValue value);
}
